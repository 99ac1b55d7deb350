package dev.interestlens.job;

import java.util.Arrays;
import java.util.List;

/**
 * Measurements of the real window.
 *
 * @param firstFrame when the first frame was there, in milliseconds since 1970
 * @param phases what was done meanwhile, in order; empty where only the start was measured
 */
public record WindowFigures(long firstFrame, List<Phase> phases) {
    public WindowFigures {
        phases = List.copyOf(phases);
    }

    /**
     * Times between frames during one activity, in milliseconds. At 60 frames a second they are 16.7 ms.
     *
     * @param name of the activity; for {@code feedback} the times are those from a click on a screen's name to the first frame that responds, for
     *     {@code screen} those to the frame with that screen, for {@code list} those from the choice of a person to the frame with the recommendations
     * @param late frames that came later than 50 ms after the one before
     * @param work99 of the window's own work between two frames, the processor time that 99 % do not exceed: what {@code p99} would be on an idle
     *     machine
     */
    public record Phase(
            String name, int frames, double p50, double p95, double p99, double max, int late, double work99) {
        private static final double LATE = 50;

        /** Summarizes measurements; the arrays are not changed. */
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
