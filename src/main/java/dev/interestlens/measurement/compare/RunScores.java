package dev.interestlens.measurement.compare;

import dev.interestlens.explain.words.Text;
import dev.interestlens.measurement.quality.TestRows;
import dev.interestlens.metric.Calibration;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.metric.References;
import dev.interestlens.metric.Roc;
import dev.interestlens.metric.RowMetric;
import dev.interestlens.metric.ScoredSamples;
import dev.interestlens.store.Components;
import dev.interestlens.train.Evaluator;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.Timing;
import java.util.List;
import java.util.Map;

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
     * @param values each {@link RowMetric} by its name; NaN where one is not defined
     * @param intervals 95 % by drawing users again, of those that have one
     * @param bins of the reliability diagram, ten
     * @param roc the curve, thinned
     */
    public record Figures(
            Map<String, Double> values, Map<String, Interval> intervals, List<Calibration.Bin> bins, Roc roc) {
        /** NaN where it is not defined. */
        public double value(RowMetric metric) {
            return values.getOrDefault(metric.id(), Double.NaN);
        }

        /** Null where it has none. */
        public Interval interval(RowMetric metric) {
            return intervals.get(metric.id());
        }
    }

    /**
     * The speed of scoring on this machine, with the engine threads of this process and the current load.
     *
     * @param oneMillis for a single row
     * @param rowsPerSecond in batches
     * @param requestMillis CPU time to rank 100 candidates for one user when the exported model is served, see {@link
     *     dev.interestlens.measurement.latency.RequestTiming}; NaN where it cannot be
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
        return new RunScores(
                raw.folder(),
                raw.rows(),
                ranked,
                scored,
                new Figures(
                        RowMetric.values(ranked, scored),
                        RowMetric.intervals(ranked),
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
        return ranking == null ? Double.NaN : ranking.model().value(RankingMetric.NDCG10);
    }

    /** Whether the rows are the same as another run's, one by one. */
    public boolean sharesRowsWith(RunScores other) {
        return rows.equals(other.rows);
    }
}
