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
 * How much of what is popular just then a trained model adds to its logit: the middle one of the weights whose NDCG@10 on the validation part is within
 * one per cent of the best, since the best one alone is often so by chance; none where the interval of the gain, paired by user, includes 0.
 */
record TrendChoice(SampleSet samples) {
    /** Weights that are tried; the table's numbers have a mean square of 1. */
    private static final double[] WEIGHTS = {0, .25, .5, .75, 1, 1.5, 2, 3, 4};

    private static final double NEARLY = 0.99;

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
        List<PerUser> ndcg =
                ranks.ndcg(WEIGHTS.length, sample -> (i, item) -> WEIGHTS[i] * term.value(sample, 0, item));
        double[] means = ndcg.stream()
                .mapToDouble(each -> FullRanking.mean(each).orNaN())
                .toArray();
        double enough = NEARLY * Arrays.stream(means).max().orElseThrow();
        int[] near =
                IntStream.range(0, means.length).filter(i -> means[i] >= enough).toArray();
        int chosen = near.length == 0 ? 0 : near[near.length / 2];
        if (!gains(ndcg.get(0), ndcg.get(chosen))) {
            return Optional.empty();
        }
        ranks.add(sample -> (i, item) -> WEIGHTS[chosen] * term.value(sample, 0, item));
        return Optional.of(
                new JournalEntry.Trended(epoch, step, trend.days(), WEIGHTS[chosen], means[0], means[chosen]));
    }

    private boolean gains(PerUser without, PerUser with) {
        double[] gains = IntStream.range(0, with.size())
                .mapToDouble(user -> with.values()[user] - without.values()[user])
                .toArray();
        return Bootstrap.of(samples.seed())
                .mean(new PerUser(gains, with.weights()))
                .map(Interval::low)
                .filter(low -> low > 0)
                .isPresent();
    }
}
