package dev.interestlens.train;

import dev.interestlens.metric.BestValue;
import dev.interestlens.metric.RowMetric;
import dev.interestlens.store.EnumNames;
import dev.interestlens.train.config.TrainingConfig.StopMetric;
import dev.interestlens.train.run.BestEpoch;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import java.util.Optional;

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
        Optional<RowMetric> rows = rows(metric);
        return real(rows.isPresent() ? valid.row(rows.get()) : valid.ndcg10());
    }

    /** The metric of rows that decides first; empty where it is NDCG@10 over the whole catalogue. */
    public static Optional<RowMetric> rows(StopMetric metric) {
        String id = EnumNames.name(metric.first());
        return RowMetric.ofEpochs().stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    private static double real(Double value) {
        return value == null ? Double.NaN : value;
    }

    /** Where nothing can be measured, the newest epoch is the best one. */
    private boolean better(double value, double best) {
        if (Double.isNaN(value) || Double.isNaN(best)) {
            return !Double.isNaN(value) || Double.isNaN(best);
        }
        boolean lower =
                rows(metric).filter(each -> each.better() == BestValue.LOW).isPresent();
        return lower ? value < best : value > best;
    }
}
