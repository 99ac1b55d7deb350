package dev.interestlens.model.config;

/**
 * What others did: whether a model reads the sum of a table of items that follow each other over the newest behaviours, and how that is made; and
 * whether it reads what is popular just then.
 *
 * @param kind of the table
 * @param decay γ, by which each further behaviour back counts less; 0 to choose it on the validation part
 * @param trend whether a trained model that reads such a table adds, as much as the validation part asks for, what was popular in the days before the impression
 */
public record NeighbourConfig(Kind kind, double decay, boolean trend) {
    /** How strongly one item follows another. */
    public enum Kind {
        /** It is not read. */
        NONE,
        /** The best of the others on the validation part, of those that are made in seconds. */
        AUTO,
        /** Cosine of the users who have both. */
        KNN,
        /** Root of the sum of 1 / gap over the places where the one comes soon after the other. */
        RULES,
        /** A linear model of each item by all others (EASE). */
        EASE,
        /** Rules plus EASE. */
        SUM
    }

    /** As in versions without this choice. */
    public static final NeighbourConfig NONE = new NeighbourConfig(Kind.NONE, 0, false);

    /** Chosen on the validation part. */
    public static final NeighbourConfig AUTO = new NeighbourConfig(Kind.AUTO, 0, false);

    public NeighbourConfig {
        ConfigCheck.range("neighbours.decay", decay, 0, 1);
        trend = trend && kind != Kind.NONE;
    }

    /** Whether anything is read. */
    public boolean reads() {
        return kind != Kind.NONE;
    }

    /** Whether a component is used. */
    public boolean shows(String component) {
        return reads() || component.equals("kind");
    }
}
