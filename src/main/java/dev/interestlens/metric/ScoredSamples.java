package dev.interestlens.metric;

import dev.interestlens.metric.MetricException.Fault;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Samples with their scores: what every metric is computed from. The input is checked here, so that metrics need not check it again.
 *
 * @param scores finite; higher means more likely
 * @param labels 0 or 1
 * @param users whose sample it is; any numbers
 */
public record ScoredSamples(double[] scores, float[] labels, long[] users) {

    /**
     * Copies.
     *
     * @throws MetricException if lengths differ, a score is not finite or a label is neither 0 nor 1
     */
    public ScoredSamples {
        if (scores.length != labels.length || scores.length != users.length) {
            throw new MetricException(Fault.LENGTHS);
        }
        scores =
                Arrays.stream(scores).map(score -> score + 0.0).toArray(); // no -0.0: it equals 0.0 but sorts before it
        labels = labels.clone();
        users = users.clone();
        for (double score : scores) {
            if (!Double.isFinite(score)) {
                throw new MetricException(Fault.NOT_FINITE);
            }
        }
        for (float label : labels) {
            if (label != 0 && label != 1) {
                throw new MetricException(Fault.LABEL);
            }
        }
    }

    /** Samples without users: all belong to one. */
    public static ScoredSamples of(double[] scores, float[] labels) {
        return new ScoredSamples(scores, labels, new long[scores.length]);
    }

    public static ScoredSamples of(double[] scores, float[] labels, int[] users) {
        return new ScoredSamples(
                scores, labels, Arrays.stream(users).asLongStream().toArray());
    }

    public static ScoredSamples of(float[] scores, float[] labels, int[] users) {
        return of(IntStream.range(0, scores.length).mapToDouble(i -> scores[i]).toArray(), labels, users);
    }

    public int size() {
        return scores.length;
    }

    boolean positive(int sample) {
        return labels[sample] == 1;
    }

    /** The samples of each user, users ascending, samples in input order. */
    int[][] byUser() {
        int[] order = StableSort.sort(IntStream.range(0, size()).toArray(), (a, b) -> Long.compare(users[a], users[b]));
        int[] starts = IntStream.range(0, order.length)
                .filter(i -> i == 0 || users[order[i]] != users[order[i - 1]])
                .toArray();
        int[][] groups = new int[starts.length][];
        for (int g = 0; g < groups.length; g++) {
            groups[g] = Arrays.copyOfRange(order, starts[g], g + 1 < starts.length ? starts[g + 1] : order.length);
        }
        return groups;
    }

    /** All samples, best score first, equal scores in input order. */
    int[] byScore() {
        return byScore(IntStream.range(0, size()).toArray());
    }

    /** The given samples, best score first, equal scores in the given order. */
    int[] byScore(int[] samples) {
        return StableSort.sort(samples.clone(), (a, b) -> Double.compare(scores[b], scores[a]));
    }
}
