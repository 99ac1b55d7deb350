package dev.interestlens.data.protocol.probe;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How well a field of the moment tells the item that was chosen from others: the log of how much more often a value occurs with an item than with all, from
 * the choices in training. Where negatives are drawn, an item and its negatives share the moment, so that the field alone tells nothing; what a person did
 * with the item, such as the minutes that it was watched, tells it all the same. Numbers are counted in ranges that hold equally many choices.
 */
final class ItemAffinity {
    private static final int RANGES = 16;

    /** Counts as so many choices of an item with the values of all. */
    private static final double PRIOR = 5;

    private final double[] bounds;
    private final Map<Long, Integer> both = new HashMap<>();
    private final Map<Integer, Integer> ofValue = new HashMap<>();
    private final Map<Integer, Integer> ofItem = new HashMap<>();
    private int choices;

    /**
     * @param categorical whether values are ids
     * @param values of the field in these rows of training
     */
    ItemAffinity(boolean categorical, double[] values, SampleSet samples, int[] rows, float[] labels) {
        bounds = categorical ? new double[0] : bounds(values);
        for (int k = 0; k < rows.length; k++) {
            if (labels[k] > 0) {
                int value = value(values[k]);
                int item = samples.sample(Part.TRAIN, rows[k]).candidate();
                both.merge(pair(value, item), 1, Integer::sum);
                ofValue.merge(value, 1, Integer::sum);
                ofItem.merge(item, 1, Integer::sum);
                choices++;
            }
        }
    }

    private static double[] bounds(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] bounds = new double[RANGES - 1];
        for (int n = 0; n < bounds.length; n++) {
            bounds[n] = sorted[(int) ((long) (n + 1) * sorted.length / RANGES)];
        }
        return bounds;
    }

    /** The id, or the number of the range. */
    private int value(double value) {
        if (bounds.length == 0) {
            return (int) value;
        }
        int range = 0;
        while (range < bounds.length && bounds[range] <= value) {
            range++;
        }
        return range;
    }

    private static long pair(int value, int item) {
        return (long) value << 32 | item;
    }

    double[] scores(double[] values, SampleSet samples, Part part, int[] rows) {
        double[] scores = new double[rows.length];
        for (int k = 0; k < rows.length; k++) {
            scores[k] = score(value(values[k]), samples.sample(part, rows[k]).candidate());
        }
        return scores;
    }

    private double score(int value, int item) {
        double usual = ofValue.getOrDefault(value, 0) / (double) choices;
        double here = both.getOrDefault(pair(value, item), 0) + PRIOR * usual;
        return usual == 0 ? 0 : Math.log(here / (ofItem.getOrDefault(item, 0) + PRIOR) / usual);
    }
}
