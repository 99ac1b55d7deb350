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
        /**
         * Alone the best of the others on the validation part; beside a model the rules, which helped most in sums with models. Beside a model, what the
         * validation part asks for of the others is added when it is trained.
         */
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

    /**
     * What a model reads beside what it learns.
     *
     * @param chosen null in configurations of older versions
     * @throws dev.interestlens.store.ProblemException for EASE and a sum with it: what a person's own events added to it cannot be subtracted, so that training would
     *     look its answers up
     */
    public static NeighbourConfig beside(NeighbourConfig chosen) {
        NeighbourConfig known = chosen == null ? NONE : chosen;
        boolean leaks = known.kind() == Kind.EASE || known.kind() == Kind.SUM;
        ConfigCheck.that(!leaks, NeighbourConfig.class, "neighboursLeak", "neighbours.kind");
        return known;
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
