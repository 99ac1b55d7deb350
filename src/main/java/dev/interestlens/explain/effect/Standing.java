package dev.interestlens.explain.effect;

import java.util.Arrays;
import java.util.Objects;

/**
 * The rank of a candidate among random items that are new to its user, with the same history and without any, and what sets its logit apart from
 * theirs: the item or the history.
 *
 * @param among how many items are ranked, the candidate included
 * @param with its place with the whole history
 * @param without its place without any history
 * @param item the part of the item: z∅(c) less the mean of z∅ over the random items
 * @param history the part of the history: z(c) − z∅(c) less the mean of z − z∅ over the random items
 */
public record Standing(int among, Place with, Place without, Share item, Share history) {
    private static final int FEWEST = 8;
    private static final int QUARTERS = 4;

    /** Nothing was ranked. */
    public static final Standing UNKNOWN =
            new Standing(1, new Place(0, 0), new Place(0, 0), Share.UNKNOWN, Share.UNKNOWN);

    /** What does more to set the logit apart from those of random items. */
    public enum Lead {
        /** The item itself. */
        ITEM,
        /** The history. */
        HISTORY,
        /** Neither differs from the random items by more than they differ from each other. */
        BOTH,
        /** There are too few items to compare with. */
        UNKNOWN
    }

    /**
     * By how much a part of the logit differs from that of random items.
     *
     * @param difference from their mean, in logits
     * @param spread their standard deviation
     */
    public record Share(double difference, double spread) {
        static final Share UNKNOWN = new Share(Double.NaN, Double.NaN);

        /** Of the first value among the others. */
        static Share ofFirst(double[] values) {
            double[] others = Arrays.copyOfRange(values, 1, values.length);
            double mean = Arrays.stream(others).average().orElse(Double.NaN);
            double variance = Arrays.stream(others)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElse(Double.NaN);
            return new Share(values[0] - mean, Math.sqrt(variance));
        }

        /** |difference|. */
        public double size() {
            return Math.abs(difference);
        }
    }

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
        Objects.requireNonNull(item);
        Objects.requireNonNull(history);
        if (Math.max(with.rank(), without.rank()) > among) {
            throw new IllegalArgumentException("ranks " + with.rank() + " and " + without.rank() + " of " + among);
        }
    }

    /** Of the first of some items, by their logits with the history and without any. */
    public static Standing ofFirst(float[] with, float[] without) {
        double[] item = new double[with.length];
        double[] history = new double[with.length];
        for (int i = 0; i < with.length; i++) {
            item[i] = without[i];
            history[i] = (double) with[i] - without[i];
        }
        return new Standing(
                with.length, Place.ofFirst(with), Place.ofFirst(without), Share.ofFirst(item), Share.ofFirst(history));
    }

    /** Which part is larger, in logits. */
    public Lead lead() {
        if (among < FEWEST) {
            return Lead.UNKNOWN;
        }
        if (item.size() <= item.spread() && history.size() <= history.spread()) {
            return Lead.BOTH;
        }
        return history.size() > item.size() ? Lead.HISTORY : Lead.ITEM;
    }

    /** The level of the rank. */
    public Level level() {
        return level(with);
    }

    /** The level of the rank without any history. */
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
