package dev.interestlens.train;

import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.Trend;
import dev.interestlens.metric.Bootstrap;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.PerUser;
import dev.interestlens.model.TrendTerm;
import dev.interestlens.train.run.JournalEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How much of what is popular just then a trained model adds to its logit: nothing, where the interval of what the best weight gains, paired by user,
 * includes 0; else the largest weight whose NDCG@10 on the validation part is within one standard error of the best (the rule of Breiman et al.,
 * Classification and Regression Trees, 1984, 3.4.3, that takes the simplest one). What a model has learnt ages until it is used, the table of the day
 * does not: on movietweetings the later the validation users, the larger their best weight.
 */
record TrendChoice(SampleSet samples) {
    /** Weights that are tried; the table's numbers have a mean square of 1. */
    private static final double[] WEIGHTS = {0, .25, .5, .75, 1, 1.5, 2, 3, 4};

    /** Makes the table of a new model, whose weight is 0; empty where the log has no times, or is too large. */
    Optional<JournalEntry.Popular> give(TrendTerm term) {
        int[] none = new int[TrendTerm.DAYS * term.width()];
        term.load(
                samples.trend()
                        .map(trend -> trend.table(TrendTerm.DAYS, term.width()))
                        .map(table -> new TrendTerm.Table(table.ids(), table.values(), table.first()))
                        .orElse(new TrendTerm.Table(none, new float[none.length], 0)),
                0);
        return samples.trend()
                .map(trend ->
                        new JournalEntry.Popular(trend.days(), Double.isNaN(trend.ndcg10()) ? null : trend.ndcg10()));
    }

    /** Chooses the weight of a term that has none, and adds the term to the ranks of users of the validation part. */
    Optional<JournalEntry.Trended> choose(TrendTerm term, RivalRanks ranks, int epoch, long step) {
        Trend trend = samples.trend().orElse(null);
        if (trend == null) {
            return Optional.empty();
        }
        List<PerUser> ndcg = ranks.ndcg(WEIGHTS.length, sample -> {
            double[] values = term.values(sample);
            return (i, item) -> WEIGHTS[i] * values[item];
        });
        double[] means = ndcg.stream()
                .mapToDouble(each -> FullRanking.mean(each).orNaN())
                .toArray();
        int best = IntStream.range(0, means.length)
                .reduce(0, (first, second) -> means[second] > means[first] ? second : first);
        if (!gains(ndcg.get(0), ndcg.get(best))) {
            return Optional.empty();
        }
        int chosen = IntStream.range(best, means.length)
                .filter(i -> hardlyWorse(ndcg.get(best), ndcg.get(i)))
                .max()
                .orElse(best);
        ranks.add(sample -> {
            double[] values = term.values(sample);
            return (i, item) -> WEIGHTS[chosen] * values[item];
        });
        return Optional.of(
                new JournalEntry.Trended(epoch, step, trend.days(), WEIGHTS[chosen], means[0], means[chosen]));
    }

    private boolean gains(PerUser without, PerUser with) {
        return Bootstrap.of(samples.seed())
                .mean(with.minus(without))
                .map(Interval::low)
                .filter(low -> low > 0)
                .isPresent();
    }

    /** Whether the mean is less by at most one standard error of the difference. */
    private static boolean hardlyWorse(PerUser best, PerUser other) {
        double[] lost = best.minus(other).values();
        double mean = Arrays.stream(lost).average().orElse(0);
        double squares =
                Arrays.stream(lost).map(each -> (each - mean) * (each - mean)).sum();
        return mean <= Math.sqrt(squares) / lost.length;
    }
}
