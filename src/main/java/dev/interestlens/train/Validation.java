package dev.interestlens.train;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.model.CtrModel;
import dev.interestlens.train.TrainingConfig.StopMetric;

/** Measures a model on the validation part, never on the test part, and knows what is better. */
final class Validation {
    private final SampleSet samples;
    private final StopMetric metric;
    private final CatalogueValidation catalogue;

    Validation(SampleSet samples, StopMetric metric) {
        this.samples = samples;
        this.metric = metric;
        catalogue = new CatalogueValidation(samples, metric == StopMetric.NDCG10);
    }

    JournalEntry.Valid measure(CtrModel model) {
        SampleSet read = samples.reading(model.reading().choice().orElse(null));
        return Evaluator.measure(Evaluator.logits(model::logits, read, Part.VALID), samples, Part.VALID)
                .with(catalogue.measure(model));
    }

    /** The value that decides; NaN where it is not defined. */
    double value(JournalEntry.Valid valid) {
        Double value =
                switch (metric) {
                    case AUC -> valid.auc();
                    case GAUC -> valid.gauc();
                    case LOG_LOSS -> valid.logLoss();
                    case NDCG10 -> valid.ndcg10();
                };
        return value == null ? Double.NaN : value;
    }

    /** Where nothing can be measured, the newest epoch is the best one. */
    boolean better(double value, double best) {
        if (Double.isNaN(value) || Double.isNaN(best)) {
            return !Double.isNaN(value) || Double.isNaN(best);
        }
        return metric == StopMetric.LOG_LOSS ? value < best : value > best;
    }
}
