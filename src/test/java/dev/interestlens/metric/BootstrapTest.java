package dev.interestlens.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    @Test
    void sameSeedSameInterval() {
        ScoredSamples samples = samples(new Random(1), 50, 4, 0.3);

        assertThat(Bootstrap.of(9).of(samples, RankMetric.AUC))
                .isEqualTo(Bootstrap.of(9).of(samples, RankMetric.AUC));
        assertThat(Bootstrap.of(9).of(samples, RankMetric.AUC))
                .isNotEqualTo(Bootstrap.of(10).of(samples, RankMetric.AUC));
    }

    @Test
    void theIntervalOfAMeanIsThatOfTheNormalLaw() {
        double[] values = new Random(2).doubles(2000).toArray();

        Interval interval = Bootstrap.of(3).mean(PerUser.of(values)).orElseThrow();

        double half = 1.96 * Math.sqrt(1.0 / 12 / 2000);
        double mean = Arrays.stream(values).average().orElseThrow();
        assertThat(interval.low()).isCloseTo(mean - half, offset(0.15 * half));
        assertThat(interval.high()).isCloseTo(mean + half, offset(0.15 * half));
    }

    @Test
    void manySamplesOfFewUsersSayLittle() {
        ScoredSamples few = samples(new Random(4), 10, 200, 1);
        ScoredSamples many = samples(new Random(4), 1000, 2, 1);

        assertThat(width(few)).isGreaterThan(2 * width(many));
    }

    @Test
    void theIntervalHoldsTheValueItself() {
        ScoredSamples samples = samples(new Random(6), 80, 6, 0.3);
        Bootstrap bootstrap = Bootstrap.of(7);

        Interval auc = bootstrap.of(samples, RankMetric.AUC).orElseThrow();
        assertThat(Auc.of(samples).value()).isBetween(auc.low(), auc.high());
        Interval gauc = bootstrap.mean(Gauc.perUser(samples)).orElseThrow();
        assertThat(Gauc.of(samples).value().value()).isBetween(gauc.low(), gauc.high());
    }

    @Test
    void aModelDoesNotDifferFromItself() {
        ScoredSamples samples = samples(new Random(8), 30, 4, 0.3);

        assertThat(Bootstrap.of(1).aucDifference(samples, samples)).contains(new Interval(0, 0, 0.95));
        assertThatThrownBy(() -> Bootstrap.of(1).aucDifference(samples, samples(new Random(9), 29, 4, 0.3)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whereTheMetricIsUndefinedThereIsNoInterval() {
        assertThat(Bootstrap.of(1).of(ScoredSamples.of(new double[] {0.1, 0.2}, new float[] {1, 1}), RankMetric.AUC))
                .isEmpty();
        assertThat(Bootstrap.of(1).mean(PerUser.of(new double[0]))).isEmpty();
        assertThat(Bootstrap.of(1).mean(new PerUser(new double[] {1}, new double[] {0})))
                .isEmpty();
    }

    private static double width(ScoredSamples samples) {
        Interval interval = Bootstrap.of(5).of(samples, RankMetric.AUC).orElseThrow();
        return interval.high() - interval.low();
    }

    /** Positives score higher; each user has a taste of its own, as strong as told. */
    private static ScoredSamples samples(Random random, int users, int each, double taste) {
        double[] scores = new double[users * each];
        float[] labels = new float[users * each];
        int[] owners = new int[users * each];
        for (int i = 0; i < scores.length; i++) {
            owners[i] = i / each;
            labels[i] = i % 2;
            double own = new Random(owners[i]).nextGaussian() * taste;
            scores[i] = random.nextGaussian() + labels[i] * (1 + own);
        }
        return ScoredSamples.of(scores, labels, owners);
    }

    /** The draws give 0, 1 … 10 in turn. */
    @Test
    void endsLieBetweenTheNeighboursInTheSortedList() {
        assertThat(ofTurns(11, 0.75, 11)).contains(new Interval(1.25, 8.75, 0.75));
        assertThat(ofTurns(11, 0.5, 11)).contains(new Interval(2.5, 7.5, 0.5));
    }

    @Test
    void halfOfTheDrawsMustBeDefined() {
        assertThat(ofTurns(4, 0.5, 2)).isPresent();
        assertThat(ofTurns(4, 0.5, 1)).isEmpty();
        assertThat(ofTurns(5, 0.5, 3)).isPresent();
        assertThat(ofTurns(5, 0.5, 2)).isEmpty();
    }

    /** @param defined so many draws give a number */
    private static Optional<Interval> ofTurns(int resamples, double confidence, int defined) {
        int[] turn = new int[1];
        return new Bootstrap(resamples, confidence, 1)
                .intervals(3, 1, times -> {
                    assertThat(Arrays.stream(times).sum()).isEqualTo(3);
                    int now = turn[0]++;
                    return new double[] {now < defined ? now : Double.NaN};
                })
                .get(0);
    }

    @Test
    void whatIsNoBootstrapIsRefused() {
        assertThat(new Bootstrap(1, 0.5, 1).resamples()).isEqualTo(1);
        assertThatThrownBy(() -> new Bootstrap(0, 0.5, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bootstrap(1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bootstrap(1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Twenty users are asked the same ten items, of which five are found by everyone: only the draw of items is chance. */
    @Test
    void whatOnlyItemsDecideVariesByTheItemsThatAreDrawn() {
        Function<int[][], double[]> found = times -> {
            double sum = 0;
            double count = 0;
            for (int user : times[0]) {
                for (int item = 0; item < times[1].length; item++) {
                    sum += user * times[1][item] * (item % 2);
                    count += user * times[1][item];
                }
            }
            return new double[] {sum / count};
        };
        int[] once = new int[10];
        Arrays.fill(once, 1);

        Interval users = Bootstrap.of(3)
                .intervals(20, 1, times -> found.apply(new int[][] {times, once}))
                .get(0)
                .orElseThrow();
        Interval both =
                Bootstrap.of(3).crossed(new int[] {20, 10}, 1, found).get(0).orElseThrow();

        assertThat(users.high() - users.low()).isLessThan(1e-12);
        assertThat(both.low()).isBetween(.15, .25); // binomial: ten draws of one half
        assertThat(both.high()).isBetween(.75, .85);
        assertThat(Bootstrap.of(3).crossed(new int[] {20, 0}, 2, found))
                .containsExactly(Optional.empty(), Optional.empty());
    }
}
