package dev.interestlens.metric;

import dev.interestlens.metric.MetricValue.Undefined;
import java.util.Arrays;

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
