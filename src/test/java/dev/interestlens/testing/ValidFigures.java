package dev.interestlens.testing;

import dev.interestlens.metric.Interval;
import dev.interestlens.metric.ProbabilityMetric;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.train.run.JournalEntry;
import java.util.HashMap;
import java.util.Map;

/** Figures of the validation part as the journal of an older version has them: AUC, GAUC and log loss. */
public final class ValidFigures {
    private ValidFigures() {}

    /** Null where one is not defined. */
    public static JournalEntry.Valid of(Double auc, Double gauc, Double logLoss) {
        return of(auc, gauc, logLoss, null, null);
    }

    /** With a ranking of the whole catalogue and the loss of training. */
    public static JournalEntry.Valid of(
            Double auc, Double gauc, Double logLoss, JournalEntry.Ranked ranking, Double objective) {
        Map<String, Double> rows = new HashMap<>();
        rows.put(RankMetric.AUC.id(), auc);
        rows.put(RankMetric.GAUC.id(), gauc);
        rows.put(ProbabilityMetric.LOG_LOSS.id(), logLoss);
        return new JournalEntry.Valid(rows, ranking, objective);
    }

    /** A ranking of the whole catalogue. */
    public static JournalEntry.Ranked ranked(
            int users, int items, Double ndcg10, Double hitRate10, Interval ndcgInterval) {
        Map<String, Double> figures = new HashMap<>();
        figures.put(RankingMetric.NDCG10.id(), ndcg10);
        figures.put(RankingMetric.HIT_RATE10.id(), hitRate10);
        return new JournalEntry.Ranked(users, items, figures, ndcgInterval);
    }
}
