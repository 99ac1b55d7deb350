package dev.interestlens.workspace;

import java.util.Arrays;
import java.util.List;

/**
 * Repeated measurements of one duration or rate, without the first ones.
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

    /**
     * The index of the timing that is clearly better: no other range overlaps its own; −1 where there is none, or fewer than two are measured.
     *
     * @param sign 1 where more is better, −1 where less is
     */
    public static int ahead(List<Timing> timings, int sign) {
        int best = -1;
        int measured = 0;
        for (int i = 0; i < timings.size(); i++) {
            double median = timings.get(i).median;
            if (!Double.isNaN(median)) {
                measured++;
                best = best < 0 || sign * median > sign * timings.get(best).median ? i : best;
            }
        }
        for (int i = 0; i < timings.size(); i++) {
            boolean other = i != best && !Double.isNaN(timings.get(i).median);
            if (measured < 2 || other && timings.get(i).overlaps(timings.get(best))) {
                return -1;
            }
        }
        return best;
    }

    /** Whether both may be equal apart from noise. */
    public boolean overlaps(Timing other) {
        return !(min > other.max || max < other.min);
    }
}
