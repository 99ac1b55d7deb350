package dev.interestlens.workspace;

import dev.interestlens.metric.Auc;
import dev.interestlens.metric.Bootstrap;
import dev.interestlens.metric.Calibration;
import dev.interestlens.metric.Gauc;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.LogLoss;
import dev.interestlens.metric.Roc;
import dev.interestlens.metric.Scored;
import dev.interestlens.train.Evaluator;
import dev.interestlens.train.RunFolder;
import java.util.List;
import java.util.Optional;

/**
 * How one run scores the rows on which runs are compared.
 *
 * @param ranked the rows' logits: float sigmoids would tie rows that the model tells apart
 * @param scored the same as probabilities
 * @param auc of all rows; NaN where one class is missing
 * @param interval 95 % of it, by drawing users again; null where it is not defined
 * @param gauc mean AUC within users
 * @param logLoss mean
 * @param calibrationError expected calibration error in ten bins
 * @param bins of the reliability diagram
 * @param roc the curve, thinned
 * @param latency how fast it was
 */
public record RunScores(
        RunFolder folder,
        Scored ranked,
        Scored scored,
        double auc,
        Interval interval,
        double gauc,
        double logLoss,
        double calibrationError,
        List<Calibration.Bin> bins,
        Roc roc,
        Latency latency) {
    private static final int ROC_POINTS = 400;

    /**
     * How fast a model scores on this machine, data and engine threads as they are in this process.
     *
     * @param oneMillis for a single row, median
     * @param rowsPerSecond in batches
     */
    public record Latency(double oneMillis, double rowsPerSecond) {}

    /** Logits of the rows, as they came. */
    public record Raw(RunFolder folder, float[] logits, float[] labels, int[] users, Latency latency) {}

    /** Measures; takes about a second for 40,000 rows. */
    public static RunScores of(Raw raw) {
        Scored ranked = Scored.of(raw.logits(), raw.labels(), raw.users());
        Scored scored = Scored.of(Evaluator.probabilities(raw.logits()), raw.labels(), raw.users());
        Optional<Interval> interval = Bootstrap.of(1).auc(ranked);
        return new RunScores(
                raw.folder(),
                ranked,
                scored,
                Auc.of(ranked).orNaN(),
                interval.orElse(null),
                Gauc.of(ranked).value().orNaN(),
                LogLoss.of(scored.scores(), raw.labels()).orNaN(),
                Calibration.error(scored, Calibration.BINS).orNaN(),
                Calibration.bins(scored, Calibration.BINS),
                Roc.of(ranked, ROC_POINTS),
                raw.latency());
    }

    /** Whether the rows are the same as another run's, one by one. */
    public boolean sharesRowsWith(RunScores other) {
        return java.util.Arrays.equals(scored.users(), other.scored.users())
                && java.util.Arrays.equals(scored.labels(), other.scored.labels());
    }
}
