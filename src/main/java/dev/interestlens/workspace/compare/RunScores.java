package dev.interestlens.workspace.compare;

import dev.interestlens.explain.words.Text;
import dev.interestlens.metric.Bootstrap;
import dev.interestlens.metric.Calibration;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.LogLoss;
import dev.interestlens.metric.RankFigures;
import dev.interestlens.metric.References;
import dev.interestlens.metric.Roc;
import dev.interestlens.metric.ScoredSamples;
import dev.interestlens.store.Components;
import dev.interestlens.train.Evaluator;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.Timing;
import dev.interestlens.workspace.measure.TestRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one run scores the rows on which runs are compared.
 *
 * @param rows which rows they are
 * @param ranked the rows' logits, since sigmoids in single precision would tie different rows
 * @param scored the same as probabilities
 * @param figures how good they are
 * @param references baselines on the same rows
 * @param latency its speed
 * @param notes how negatives were sampled, and what was left out
 * @param ranking how it ranks the whole catalogue; null until that is measured
 */
public record RunScores(
        RunFolder folder,
        TestRows rows,
        ScoredSamples ranked,
        ScoredSamples scored,
        Figures figures,
        References references,
        Latency latency,
        List<Text> notes,
        CatalogueRanking ranking) {
    private static final int ROC_POINTS = 400;

    /**
     * How good scores are.
     *
     * @param auc of all rows; NaN where one class is missing
     * @param interval its 95 % bootstrap interval over users; null where it is not defined
     * @param gauc mean AUC within users
     * @param hitRate10 share of users with a positive among their first ten rows
     * @param ndcg10 of each user's first ten rows
     * @param logLoss mean
     * @param calibrationError expected calibration error in these bins
     * @param bins of the reliability diagram, ten
     * @param roc the curve, thinned
     */
    public record Figures(
            double auc,
            Interval interval,
            double gauc,
            double hitRate10,
            double ndcg10,
            double logLoss,
            double calibrationError,
            List<Calibration.Bin> bins,
            Roc roc) {}

    /**
     * The speed of scoring on this machine, with the engine threads of this process and the current load.
     *
     * @param oneMillis for a single row
     * @param rowsPerSecond in batches
     * @param requestMillis CPU time to rank 100 candidates for one user when the exported model is served, see {@link
     *     dev.interestlens.workspace.latency.RequestTiming}; NaN where it cannot be
     */
    public record Latency(Timing oneMillis, Timing rowsPerSecond, Timing requestMillis) {
        Latency served(Timing requestMillis) {
            return new Latency(oneMillis, rowsPerSecond, requestMillis);
        }
    }

    /**
     * Raw scores of the rows.
     *
     * @param baselines scores of each baseline by its name
     * @param notes how negatives were sampled, and what was left out
     */
    public record Raw(
            RunFolder folder,
            TestRows rows,
            float[] logits,
            float[] labels,
            int[] users,
            Map<String, double[]> baselines,
            Latency latency,
            List<Text> notes) {}

    /** Measures; takes about a second for 40,000 rows. */
    public static RunScores of(Raw raw) {
        ScoredSamples ranked = ScoredSamples.of(raw.logits(), raw.labels(), raw.users());
        ScoredSamples scored = ScoredSamples.of(Evaluator.probabilities(raw.logits()), raw.labels(), raw.users());
        Optional<Interval> interval = Bootstrap.of(1).auc(ranked);
        Map<String, Double> ranks = RankFigures.of(ranked);
        return new RunScores(
                raw.folder(),
                raw.rows(),
                ranked,
                scored,
                new Figures(
                        ranks.get(RankFigures.AUC),
                        interval.orElse(null),
                        ranks.get(RankFigures.GAUC),
                        ranks.get(RankFigures.HIT_RATE),
                        ranks.get(RankFigures.NDCG),
                        LogLoss.of(scored.scores(), raw.labels()).orNaN(),
                        Calibration.error(scored, Calibration.BINS).orNaN(),
                        Calibration.bins(scored, Calibration.BINS),
                        Roc.of(ranked, ROC_POINTS)),
                References.of(raw.baselines(), raw.labels(), raw.users()),
                raw.latency(),
                raw.notes(),
                null);
    }

    /** The same with a ranking of the whole catalogue. */
    public RunScores with(CatalogueRanking found) {
        return Components.of(this).with("ranking", found);
    }

    /** The same with times, and what there is to say then. */
    public RunScores timed(Latency taken, List<Text> said) {
        return Components.of(this).with("latency", taken, "notes", said);
    }

    /** NDCG@10 over the whole catalogue; NaN until that is measured. */
    public double catalogueNdcg10() {
        return ranking == null ? Double.NaN : ranking.model().value(CatalogueRanking.NDCG);
    }

    /** Whether the rows are the same as another run's, one by one. */
    public boolean sharesRowsWith(RunScores other) {
        return rows.equals(other.rows);
    }
}
