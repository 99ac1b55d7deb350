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
     * @param name what was done; {@code feedback}: instead of times between frames those from a click on a screen to the frame that answers it, and
     *     {@code list}: from the choice of a person to the frame that shows what is recommended
     * @param late frames that came later than 50 ms after the one before
     * @param work99 of the window's own work between two frames, the processor time that 99 % do not exceed: what is left of {@code p99} where nobody
     *     else wants the processors
     */
    public record Phase(
            String name, int frames, double p50, double p95, double p99, double max, int late, double work99) {
        private static final double LATE = 50;

        /** Sums up what was measured; the arrays are left as they are. */
        public static Phase of(String name, double[] milliseconds, double[] work) {
            double[] sorted = milliseconds.clone();
            Arrays.sort(sorted);
            double[] sortedWork = work.clone();
            Arrays.sort(sortedWork);
            return new Phase(
                    name,
                    sorted.length,
                    quantile(sorted, 0.5),
                    quantile(sorted, 0.95),
                    quantile(sorted, 0.99),
                    quantile(sorted, 1),
                    (int) Arrays.stream(sorted).filter(time -> time > LATE).count(),
                    quantile(sortedWork, 0.99));
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
