package dev.interestlens.train;

import dev.interestlens.data.protocol.Catalogue;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.metric.MetricValue;
import dev.interestlens.model.CatalogueScorer;
import dev.interestlens.model.CtrModel;
import dev.interestlens.train.TrainingConfig.StopMetric;
import java.util.ArrayList;
import java.util.List;

/** Measures a model on the validation part, never on the test part, and knows what is better. */
final class Validation {
    private static final int USERS = 300;
    private static final int TOP = 10;

    private final SampleSet samples;
    private final StopMetric metric;

    Validation(SampleSet samples, StopMetric metric) {
        this.samples = samples;
        this.metric = metric;
    }

    JournalEntry.Valid measure(CtrModel model) {
        JournalEntry.Valid valid =
                Evaluator.measure(Evaluator.logits(model::logits, samples, Part.VALID), samples, Part.VALID);
        return metric == StopMetric.NDCG10
                ? new JournalEntry.Valid(valid.auc(), valid.gauc(), valid.logLoss(), ndcg(model))
                : valid;
    }

    private Double ndcg(CtrModel model) {
        Catalogue catalogue = new Catalogue(samples);
        List<Catalogue.Query> queries = catalogue.queries(Part.VALID, USERS).all();
        List<FullRanking.Rank> ranks = new ArrayList<>();
        try (CatalogueScorer scorer = model.catalogue(catalogue.batch())) {
            for (Catalogue.Query query : queries) {
                float[] logits = scorer.logits(catalogue.sample(query));
                ranks.add(FullRanking.rank(logits, query.truth(), catalogue.open(query)));
            }
        }
        int[] users = queries.stream().mapToInt(Catalogue.Query::user).toArray();
        MetricValue mean = FullRanking.mean(new FullRanking(users, ranks).ndcg(TOP));
        return mean.isDefined() ? mean.value() : null;
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
