package dev.interestlens.model.config;

import dev.interestlens.store.EnumNames;

/**
 * Which behaviours of a long history a model reads: the most recent ones, and those older ones that a search finds for the candidate. They keep their
 * positions and times in the whole history.
 *
 * @param kind how the older ones are found
 * @param recent how many of the most recent behaviours are always read
 * @param retrieved how many older ones are read beside them at most
 * @param width of the search's own space, for {@link Kind#DOT}
 * @param teach weight of the loss by which attention teaches the search, for {@link Kind#DOT}
 */
public record ReadingConfig(Kind kind, int recent, int retrieved, int width, double teach) {
    /** How the older ones are found. */
    public enum Kind {
        /** All behaviours are read. */
        ALL,
        /** None: only the most recent ones are read. */
        RECENT,
        /** The newest older ones that share a category with the candidate (SIM hard, arXiv 2006.05639). */
        CATEGORY,
        /**
         * Those with the largest inner product in a small separate space, which learns from the model's attention (arXiv 2006.05639 and 2302.02352).
         */
        DOT
    }

    /** Reads everything, as in versions without this choice. */
    public static final ReadingConfig ALL = new ReadingConfig(Kind.ALL, 20, 30, 16, 0.2);

    /** Up to this length everything is read by default. */
    public static final int SHORT = 100;

    public ReadingConfig {
        ConfigCheck.range("reading.recent", recent, 0, 10_000);
        ConfigCheck.range("reading.retrieved", retrieved, 1, 10_000);
        ConfigCheck.range("reading.width", width, 1, 256);
        ConfigCheck.range("reading.teach", teach, 0, 100);
        ConfigCheck.that(kind != Kind.RECENT || recent > 0, ReadingConfig.class, "nothingRead", "reading.recent");
    }

    /** The same with older ones found in another way. */
    public ReadingConfig with(Kind other) {
        return new ReadingConfig(other, recent, retrieved, width, teach);
    }

    /** The name of the kind in files and commands: {@code dot}. */
    public String id() {
        return EnumNames.lower(kind);
    }

    /** Whether a component is used. */
    public boolean shows(String component) {
        return switch (component) {
            case "recent" -> kind != Kind.ALL;
            case "retrieved" -> kind == Kind.CATEGORY || kind == Kind.DOT;
            case "width", "teach" -> kind == Kind.DOT;
            default -> true;
        };
    }

    /** The most behaviours that are read of a history of that length. */
    public int most(int length) {
        return switch (kind) {
            case ALL -> length;
            case RECENT -> Math.min(recent, length);
            case CATEGORY, DOT -> Math.min(recent + retrieved, length);
        };
    }

    /** Whether what is read depends on the candidate. */
    public boolean searches() {
        return kind == Kind.CATEGORY || kind == Kind.DOT;
    }

    /** Refuses to leave out behaviours of a model that reads padding: they would become padding that is read. */
    public void requireMasked(Padding padding) {
        ConfigCheck.that(
                kind == Kind.ALL || padding == Padding.MASKED, ReadingConfig.class, "literalReadsAll", "reading.kind");
    }

    /** Refuses what cannot work on this data. */
    public void check(ModelInput input) {
        ConfigCheck.that(
                kind != Kind.CATEGORY || input.schema().hasCategory(),
                ReadingConfig.class,
                "noCategory",
                "reading.kind");
    }
}
