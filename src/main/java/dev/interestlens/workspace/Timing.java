package dev.interestlens.workspace;

import java.util.Arrays;

/**
 * What repeated measurements of one duration or rate gave, the first ones left out.
 *
 * @param median NaN where nothing was measured
 * @param min lowest of them
 * @param max highest of them
 */
public record Timing(double median, double min, double max) {

    public static Timing of(double... measured) {
        if (measured.length == 0) {
            return new Timing(Double.NaN, Double.NaN, Double.NaN);
        }
        double[] sorted = measured.clone();
        Arrays.sort(sorted);
        return new Timing(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }

    /** Whether both may well be the same but for chance. */
    public boolean overlaps(Timing other) {
        return !(min > other.max || max < other.min);
    }
}
