package dev.interestlens.train;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.data.protocol.Catalogue;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.model.CatalogueScorer;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.config.TrainingConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The softmax loss of training for validation users and without dropout, so that both losses can be shown on one axis. Negatives are drawn as in
 * training, but the same ones each time.
 */
final class ValidationLoss {
    private final boolean sequences;
    private final IntFunction<RawBatch.Shared> draws;
    private final float[] logDraws;

    private ValidationLoss(SampleSet samples, ExperimentConfig config, int drawn) {
        TrainingConfig.Learning learning = config.training().learning();
        sequences = config.bySequence();
        draws = samples.shared(drawn, learning.negativesKind(), samples.seed());
        logDraws = samples.logDraws(learning.negativesKind());
    }

    /** Empty where the training loss is the log loss of the samples. */
    static Optional<ValidationLoss> of(SampleSet samples, ExperimentConfig config) {
        TrainingConfig.Learning learning = config.training().learning();
        if (learning.softmax() && config.bySequence()) {
            return Optional.of(new ValidationLoss(
                    samples, config, learning.shared(samples.data().items())));
        }
        return GroupSoftmax.trains(config, samples)
                ? Optional.of(new ValidationLoss(samples, config, learning.beside()))
                : Optional.empty();
    }

    /** The mean over the queries with equal weights. */
    double mean(CatalogueScorer scorer, Catalogue catalogue, List<Catalogue.Query> queries) {
        double sum = 0;
        for (int i = 0; i < queries.size(); i++) {
            Catalogue.Query query = queries.get(i);
            RawBatch.Shared drawn = draws.apply(sequences ? 0 : i); // a batch of sequences shares them
            int[] ids = drawn.items().candidate[Schema.ITEM];
            boolean[] open = catalogue.open(query);
            int[] rivals = IntStream.range(0, ids.length)
                    .filter(k -> catalogue.place(ids[k]) != query.truth())
                    .filter(k -> sequences || open[catalogue.place(ids[k])])
                    .toArray();
            int[] places = new int[rivals.length + 1];
            places[0] = query.truth();
            for (int k = 0; k < rivals.length; k++) {
                places[k + 1] = catalogue.place(ids[rivals[k]]);
            }
            float[] logits = scorer.logits(catalogue.sample(query), places);
            sum += sequences ? ofSequence(logits, drawn.logExpected(), rivals) : ofGroup(logits, places, catalogue);
        }
        return sum / queries.size();
    }

    /** As {@link dev.interestlens.model.CtrModel#sequenceLoss}: the true item is not corrected. */
    private static double ofSequence(float[] logits, float[] logExpected, int[] rivals) {
        double[] z = new double[logits.length];
        z[0] = logits[0];
        for (int k = 0; k < rivals.length; k++) {
            z[k + 1] = logits[k + 1] - (logExpected == null ? 0 : logExpected[rivals[k]]);
        }
        return logSum(z) - z[0];
    }

    /** As in {@link GroupSoftmax}. */
    private double ofGroup(float[] logits, int[] places, Catalogue catalogue) {
        double[] z = new double[logits.length];
        double others = 0;
        for (int k = 0; k < z.length; k++) {
            z[k] = logits[k] - logDraws[catalogue.item(places[k])];
            others += k == 0 ? 0 : softplus(z[k]);
        }
        double labels = softplus(-z[0]) + others / Math.max(1, z.length - 1);
        return logSum(z) - z[0] + labels / 2;
    }

    private static double softplus(double z) {
        return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }

    private static double logSum(double[] z) {
        double max = Arrays.stream(z).reduce(Double.NEGATIVE_INFINITY, Math::max);
        double sum = 0;
        for (double each : z) {
            sum += Math.exp(each - max);
        }
        return max + Math.log(sum);
    }
}
