package dev.interestlens.train;

import dev.interestlens.train.config.TrainingConfig.StopMetric;
import dev.interestlens.train.run.BestEpoch;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;

/**
 * Which epoch is the best one. It is decided after each epoch, since only the weights of the best one so far are kept. Whatever tells why an epoch was
 * kept asks here.
 *
 * @param metric which decides
 */
public record EpochRule(StopMetric metric) {
    /** Epochs whose AUC differs by no more may be told apart by their ranking. */
    private static final double TIED = .001;

    /** That of a run. */
    public static EpochRule of(RunDescription run) {
        return new EpochRule(run.config().training().stopping().metric());
    }

    /** The best epoch, now that one more was measured. */
    BestEpoch judge(int epoch, JournalEntry.Valid valid, BestEpoch best) {
        double value = value(valid);
        double ranking = real(valid.ndcg10());
        return better(value, ranking, best) ? best.replaced(epoch, value, ranking) : best.beside(value);
    }

    private boolean better(double value, double ranking, BestEpoch best) {
        if (metric != StopMetric.AUC_THEN_NDCG10 || Double.isNaN(value + ranking + best.ranking())) {
            return better(value, best.value());
        }
        double least = best.maxWith(value) - TIED;
        return value >= least && (best.value() < least || ranking > best.ranking());
    }

    /** The value of an epoch that is compared first; NaN where it is not defined. */
    public double value(JournalEntry.Valid valid) {
        return real(
                switch (metric.first()) {
                    case GAUC -> valid.gauc();
                    case LOG_LOSS -> valid.logLoss();
                    case NDCG10 -> valid.ndcg10();
                    default -> valid.auc();
                });
    }

    private static double real(Double value) {
        return value == null ? Double.NaN : value;
    }

    /** Where nothing can be measured, the newest epoch is the best one. */
    private boolean better(double value, double best) {
        if (Double.isNaN(value) || Double.isNaN(best)) {
            return !Double.isNaN(value) || Double.isNaN(best);
        }
        return metric == StopMetric.LOG_LOSS ? value < best : value > best;
    }
}
