package dev.interestlens.metric;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Percentile intervals by drawing users, with all their samples, again and again with replacement: samples of one user are not independent. The same
 * seed gives the same interval.
 *
 * @param resamples how often to draw, such as 1000
 * @param confidence such as 0.95
 */
public record Bootstrap(int resamples, double confidence, long seed) {

    public Bootstrap {
        if (resamples < 1 || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(resamples + " resamples with confidence " + confidence);
        }
    }

    /** 1000 resamples, 95 %. */
    public static Bootstrap of(long seed) {
        return new Bootstrap(1000, 0.95, seed);
    }

    /** Of a weighted mean over users: GAUC, NDCG, HR, MRR, a mean of differences. Empty where it is undefined. */
    public Optional<Interval> mean(PerUser users) {
        double[] values = users.values();
        double[] weights = users.weights();
        return interval(users.size(), times -> mean(values, weights, times));
    }

    static double mean(double[] values, double[] weights, int[] times) {
        double sum = 0;
        double weight = 0;
        for (int u = 0; u < times.length; u++) {
            sum += times[u] * weights[u] * values[u];
            weight += times[u] * weights[u];
        }
        return sum / weight;
    }

    /** Of a metric of the samples. Empty where it is undefined. */
    public Optional<Interval> of(ScoredSamples samples, RankMetric metric) {
        return interval(samples.byUser().length, metric.of(samples));
    }

    /**
     * Of the AUC of one model minus that of another on the same samples, paired.
     *
     * @param better the first model's scores
     * @param other the second model's scores of the same samples in the same order
     */
    public Optional<Interval> aucDifference(ScoredSamples better, ScoredSamples other) {
        if (!Arrays.equals(better.users(), other.users()) || !Arrays.equals(better.labels(), other.labels())) {
            throw new IllegalArgumentException("scores of different samples");
        }
        int[] first = better.byScore();
        int[] second = other.byScore();
        int[][] groups = better.byUser();
        return interval(groups.length, times -> {
            int[] weights = bySample(times, groups, better.size());
            return Auc.of(better, first, weights) - Auc.of(other, second, weights);
        });
    }

    static int[] bySample(int[] times, int[][] groups, int samples) {
        int[] weights = new int[samples];
        for (int u = 0; u < groups.length; u++) {
            for (int sample : groups[u]) {
                weights[sample] = times[u];
            }
        }
        return weights;
    }

    /** @param statistic computed from how often each user was drawn; draws for which it is NaN do not count */
    private Optional<Interval> interval(int users, ToDoubleFunction<int[]> statistic) {
        return intervals(users, 1, times -> new double[] {statistic.applyAsDouble(times)})
                .get(0);
    }

    /**
     * Of several statistics of the same draws.
     *
     * @param statistics so many numbers, computed from how often each user was drawn; a draw for which one is NaN does not count for it
     */
    public List<Optional<Interval>> intervals(int users, int count, Function<int[], double[]> statistics) {
        return crossed(new int[] {users}, count, times -> statistics.apply(times[0]));
    }

    /**
     * The same where samples share more than a user, such as an item: each kind is drawn by itself, and a sample counts as often as the product says. So the
     * chance in both is in the interval, which is somewhat wide (Owen, The Pigeonhole Bootstrap, Annals of Applied Statistics 2007).
     *
     * @param sizes how many there are of each kind
     * @param statistics computed from how often each of each kind was drawn
     */
    public List<Optional<Interval>> crossed(int[] sizes, int count, Function<int[][], double[]> statistics) {
        if (Arrays.stream(sizes).anyMatch(size -> size == 0)) {
            return Collections.nCopies(count, Optional.empty());
        }
        Random random = new Random(seed);
        double[][] drawn = new double[count][resamples];
        for (int r = 0; r < resamples; r++) {
            double[] found = statistics.apply(
                    Arrays.stream(sizes).mapToObj(size -> drawn(size, random)).toArray(int[][]::new));
            for (int s = 0; s < count; s++) {
                drawn[s][r] = found[s];
            }
        }
        return Arrays.stream(drawn).map(this::interval).toList();
    }

    private static int[] drawn(int size, Random random) {
        int[] times = new int[size];
        for (int i = 0; i < size; i++) {
            times[random.nextInt(size)]++;
        }
        return times;
    }

    private Optional<Interval> interval(double[] drawn) {
        double[] defined = Arrays.stream(drawn)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (defined.length < (resamples + 1) / 2) {
            return Optional.empty();
        }
        double tail = (1 - confidence) / 2;
        return Optional.of(new Interval(quantile(defined, tail), quantile(defined, 1 - tail), confidence));
    }

    /** Linear between the neighbours in the sorted list. */
    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
