package dev.interestlens.job;

import java.util.Arrays;
import java.util.List;

/**
 * What a probe of the real window measured.
 *
 * @param firstFrame when the first frame was there, in milliseconds since 1970
 * @param phases what was done meanwhile, in order; empty where only the start was measured
 */
public record WindowFigures(long firstFrame, List<Phase> phases) {
    public WindowFigures {
        phases = List.copyOf(phases);
    }

    /**
     * Times between the frames while one thing was done, in milliseconds. A window that keeps up has one each 16.7 ms.
     *
     * @param name what was done
     * @param late frames that came later than 50 ms after the one before
     */
    public record Phase(String name, int frames, double p50, double p95, double p99, double max, int late) {
        private static final double LATE = 50;

        /** Sums up what was measured; the array is left as it is. */
        public static Phase of(String name, double[] milliseconds) {
            double[] sorted = milliseconds.clone();
            Arrays.sort(sorted);
            return new Phase(
                    name,
                    sorted.length,
                    quantile(sorted, 0.5),
                    quantile(sorted, 0.95),
                    quantile(sorted, 0.99),
                    quantile(sorted, 1),
                    (int) Arrays.stream(sorted).filter(time -> time > LATE).count());
        }

        /** The least value that this share of all does not exceed; 0 for none. */
        private static double quantile(double[] sorted, double share) {
            if (sorted.length == 0) {
                return 0;
            }
            int at = (int) Math.ceil(share * sorted.length) - 1;
            return Math.round(sorted[Math.max(0, at)] * 10) / 10.0;
        }
    }
}
