package dev.interestlens.explain.effect;

import java.util.Objects;

/**
 * The rank of a candidate among random items that are new to its user, with the same history and without any. It defines "high" and "low": a score
 * alone cannot, since it depends on the number of negatives in training.
 *
 * @param among how many items are ranked, the candidate included
 * @param with its place with the whole history
 * @param without its place without any history
 */
public record Standing(int among, Place with, Place without) {
    private static final int FEWEST = 8;
    private static final int QUARTERS = 4;

    /** Nothing was ranked. */
    public static final Standing UNKNOWN = new Standing(1, new Place(0, 0), new Place(0, 0));

    /** Levels of places. */
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

        /** From 1, the best; equal scores rank before it. */
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

    /** The level of the score. */
    public Level level() {
        return level(with);
    }

    /** The level of the score without any history. */
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
