package dev.interestlens.metric;

import dev.interestlens.metric.MetricValue.Undefined;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A metric of each user; the metric of all is their weighted mean.
 *
 * @param weights 0 for users that do not count
 */
public record PerUser(double[] values, double[] weights) {

    public PerUser {
        if (values.length != weights.length) {
            throw new MetricException(MetricException.Fault.LENGTHS);
        }
        values = values.clone();
        weights = weights.clone();
    }

    /** Users that all count the same. */
    public static PerUser of(double[] values) {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        return new PerUser(values, ones);
    }

    /**
     * The mean of each user, in the order in which they come; values that are NaN do not count, nor do users who have no other.
     *
     * @param users of each value
     */
    public static PerUser of(int[] users, double[] values) {
        Map<Integer, double[]> sums = new LinkedHashMap<>();
        for (int i = 0; i < users.length; i++) {
            double[] sum = sums.computeIfAbsent(users[i], user -> new double[2]);
            if (!Double.isNaN(values[i])) {
                sum[0] += values[i];
                sum[1]++;
            }
        }
        return new PerUser(
                sums.values().stream()
                        .mapToDouble(sum -> sum[1] == 0 ? 0 : sum[0] / sum[1])
                        .toArray(),
                sums.values().stream().mapToDouble(sum -> sum[1] == 0 ? 0 : 1).toArray());
    }

    public int size() {
        return values.length;
    }

    /** The difference of each user, all counting the same; both are of the same users. */
    public PerUser minus(PerUser other) {
        double[] differences = new double[values.length];
        Arrays.setAll(differences, user -> values[user] - other.values[user]);
        return of(differences);
    }

    /** How many users count. */
    public long counted() {
        return Arrays.stream(weights).filter(weight -> weight != 0).count();
    }

    MetricValue mean(Undefined ifNobodyCounts) {
        double sum = 0;
        double weight = 0;
        for (int u = 0; u < values.length; u++) {
            sum += weights[u] * values[u];
            weight += weights[u];
        }
        if (values.length == 0) {
            return MetricValue.undefined(Undefined.NO_SAMPLES);
        }
        return weight == 0 ? MetricValue.undefined(ifNobodyCounts) : MetricValue.of(sum / weight);
    }
}
