package dev.interestlens.train;

import dev.interestlens.metric.FullRanking;
import dev.interestlens.model.NeighbourTerm;
import dev.interestlens.train.run.JournalEntry;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much of what followed what a trained model adds to its logit. The loss asks for little of the term: among a few sampled items the rest of the
 * model does without it. So the first weight whose NDCG@10 on the validation part is within one per cent of the best is taken, among the one that
 * training found and larger ones.
 */
final class NeighbourChoice {
    /** Weights that are tried, as multiples of the one that training found. */
    private static final double[] TIMES = {1, 1.25, 1.5, 2, 2.5, 3, 4};

    private static final double NEARLY = 0.99;

    private NeighbourChoice() {}

    /** Chooses for a model, and adds the choice to the ranks of users of the validation part. */
    static JournalEntry.Weighed choose(NeighbourTerm term, RivalRanks ranks, int epoch, long step) {
        float weight = term.weight();
        double[] ndcg = ranks
                .ndcg(TIMES.length, sample -> {
                    double[] sums = term.sums(sample, null);
                    return (i, item) -> weight * (TIMES[i] - 1) * sums[item];
                })
                .stream()
                .mapToDouble(each -> FullRanking.mean(each).orNaN())
                .toArray();
        double enough = NEARLY * Arrays.stream(ndcg).max().orElseThrow();
        int chosen = IntStream.range(0, ndcg.length)
                .filter(i -> ndcg[i] >= enough)
                .findFirst()
                .orElse(0);
        ranks.add(sample -> {
            double[] sums = term.sums(sample, null);
            return (i, item) -> weight * (TIMES[chosen] - 1) * sums[item];
        });
        return new JournalEntry.Weighed(
                epoch, step, weight, TIMES[chosen] * weight, finite(ndcg[0]), finite(ndcg[chosen]), null, null);
    }

    private static Double finite(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
