package dev.interestlens.export.board;

import java.util.Arrays;

/** A histogram of values with equal buckets between the lowest and the highest. */
record Histogram(double min, double max, double sum, double squares, double[] limits, double[] counts) {
    private static final int BUCKETS = 30;

    /** @param values at least one, finite */
    static Histogram of(double[] values) {
        double min = Arrays.stream(values).min().orElseThrow();
        double max = Arrays.stream(values).max().orElseThrow();
        int buckets = max > min ? BUCKETS : 1;
        double[] limits = new double[buckets];
        double[] counts = new double[buckets];
        for (int i = 0; i < buckets; i++) {
            limits[i] = i == buckets - 1 ? max : min + (max - min) * (i + 1) / buckets;
        }
        for (double value : values) {
            int at = max > min ? (int) ((value - min) / (max - min) * buckets) : 0;
            counts[Math.min(buckets - 1, at)]++;
        }
        return new Histogram(
                min,
                max,
                Arrays.stream(values).sum(),
                Arrays.stream(values).map(value -> value * value).sum(),
                limits,
                counts);
    }

    /** A HistogramProto. */
    Message message() {
        return new Message()
                .real(1, min)
                .real(2, max)
                .real(3, Arrays.stream(counts).sum())
                .real(4, sum)
                .real(5, squares)
                .reals(6, limits)
                .reals(7, counts);
    }
}
