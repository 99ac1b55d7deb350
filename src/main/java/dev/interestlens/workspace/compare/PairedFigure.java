package dev.interestlens.workspace.compare;

import dev.interestlens.metric.Bootstrap;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.RankMetric;
import java.util.Optional;

/** A figure by which runs are compared, paired by user. */
public enum PairedFigure {
    /** NDCG@10 over the whole catalogue. */
    NDCG10 {
        @Override
        public double of(RunScores scores) {
            return scores.catalogueNdcg10();
        }

        @Override
        Optional<Interval> overUsers(RunScores first, RunScores second) {
            return first.ranking()
                    .above(second.ranking(), CatalogueRanking.NDCG)
                    .map(found -> new Interval(found.low(), found.high(), CONFIDENCE));
        }
    },
    /** AUC of the test rows. */
    AUC {
        @Override
        public double of(RunScores scores) {
            return scores.figures().value(RankMetric.AUC);
        }

        @Override
        Optional<Interval> overUsers(RunScores first, RunScores second) {
            return Bootstrap.of(1).aucDifference(first.ranked(), second.ranked());
        }
    };

    private static final double CONFIDENCE = 0.95;

    /** NaN where it was not measured. */
    public abstract double of(RunScores scores);

    /** The 95 % bootstrap interval of the first minus the second over users, paired; both are measured on the same rows. */
    abstract Optional<Interval> overUsers(RunScores first, RunScores second);
}
