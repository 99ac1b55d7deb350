package dev.interestlens.explain.fidelity;

import dev.interestlens.metric.Bootstrap;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.PerUser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects one measure sample by sample, ignoring undefined values. */
final class Tally {
    private static final long SEED = 20240607;

    private final List<Double> values = new ArrayList<>();
    private final Map<Integer, double[]> byUser = new LinkedHashMap<>();

    void add(int user, double value) {
        add(user, value, 1);
    }

    /** A part of a ratio of means: numerator and denominator. */
    void add(int user, double numerator, double denominator) {
        if (Double.isNaN(numerator) || Double.isNaN(denominator)) {
            return;
        }
        values.add(numerator / denominator);
        double[] sums = byUser.computeIfAbsent(user, u -> new double[2]);
        sums[0] += numerator;
        sums[1] += denominator;
    }

    Figure figure() {
        double[][] sums = byUser.values().stream().filter(s -> s[1] != 0).toArray(double[][]::new);
        double[] means = new double[sums.length];
        double[] weights = new double[sums.length];
        double numerator = 0;
        double denominator = 0;
        for (int u = 0; u < sums.length; u++) {
            means[u] = sums[u][0] / sums[u][1];
            weights[u] = sums[u][1];
            numerator += sums[u][0];
            denominator += sums[u][1];
        }
        Optional<Interval> interval = Bootstrap.of(SEED).mean(new PerUser(means, weights));
        return new Figure(
                numerator / denominator,
                median(),
                interval.map(Interval::low).orElse(Double.NaN),
                interval.map(Interval::high).orElse(Double.NaN),
                values.size());
    }

    private double median() {
        double[] sorted = values.stream()
                .mapToDouble(v -> v)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
