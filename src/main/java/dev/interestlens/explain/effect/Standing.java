package dev.interestlens.explain.effect;

import java.util.Objects;

/**
 * Where a candidate stands among random items that its user has not met, before the same history and before none. What "high" and "low" mean: a score
 * by itself says neither, since it depends on how many negatives a model was trained with.
 *
 * @param among how many items are ranked, the candidate included
 * @param with its place before the whole history
 * @param without its place where nothing of the history can be read
 */
public record Standing(int among, Place with, Place without) {
    private static final int FEWEST = 8;
    private static final int QUARTERS = 4;

    /** Nothing was ranked. */
    public static final Standing UNKNOWN = new Standing(1, new Place(0, 0), new Place(0, 0));

    /** What a place comes to. */
    public enum Level {
        /** In the best quarter. */
        HIGH,
        /** In the two quarters between. */
        TYPICAL,
        /** In the last quarter. */
        LOW,
        /** There are too few items to compare with. */
        UNKNOWN
    }

    /**
     * A place among scores.
     *
     * @param better how many score higher
     * @param equal how many others score the same
     */
    public record Place(int better, int equal) {
        public Place {
            if (better < 0 || equal < 0) {
                throw new IllegalArgumentException(better + " better, " + equal + " equal");
            }
        }

        /** From 1, the best; equal scores stand before it. */
        public int rank() {
            return better + equal + 1;
        }

        /** Of the first score. */
        static Place ofFirst(float[] scores) {
            int better = 0;
            int equal = 0;
            for (int i = 1; i < scores.length; i++) {
                better += scores[i] > scores[0] ? 1 : 0;
                equal += scores[i] == scores[0] ? 1 : 0;
            }
            return new Place(better, equal);
        }
    }

    public Standing {
        Objects.requireNonNull(with);
        Objects.requireNonNull(without);
        if (Math.max(with.rank(), without.rank()) > among) {
            throw new IllegalArgumentException("ranks " + with.rank() + " and " + without.rank() + " of " + among);
        }
    }

    /** Of the score. */
    public Level level() {
        return level(with);
    }

    /** Of the score without any history: what the item has by itself. */
    public Level levelWithout() {
        return level(without);
    }

    private Level level(Place place) {
        if (among < FEWEST) {
            return Level.UNKNOWN;
        }
        if (QUARTERS * place.rank() <= among) {
            return Level.HIGH;
        }
        return QUARTERS * place.better() >= (QUARTERS - 1) * among ? Level.LOW : Level.TYPICAL;
    }
}
