package dev.interestlens.workspace.compare;

import dev.interestlens.metric.Interval;
import java.util.Optional;

/**
 * Mean and spread of a few measurements, such as of the same training with several seeds.
 *
 * @param deviation sample standard deviation; NaN of fewer than two
 */
public record Spread(int count, double mean, double deviation) {
    private static final double CONFIDENCE = 0.95;

    /** Two-sided 95 % quantiles of Student's t by degrees of freedom, from 1. */
    private static final double[] T = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    private static final double NORMAL = 1.96;

    /** Of defined values. */
    public static Spread of(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Spread(
                values.length, mean, values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1)));
    }

    /** The 95 % interval of the mean; empty for fewer than two. */
    public Optional<Interval> interval() {
        if (count < 2) {
            return Optional.empty();
        }
        double half = quantile(count - 1) * deviation / Math.sqrt(count);
        return Optional.of(new Interval(mean - half, mean + half, CONFIDENCE));
    }

    /** The 95 % interval of the difference of means, by Welch's test; empty where either has fewer than two. */
    public Optional<Interval> minus(Spread other) {
        if (count < 2 || other.count < 2) {
            return Optional.empty();
        }
        double mine = deviation * deviation / count;
        double theirs = other.deviation * other.deviation / other.count;
        double error = Math.sqrt(mine + theirs);
        double degrees = error == 0
                ? count + other.count - 2
                : (mine + theirs) * (mine + theirs) / (mine * mine / (count - 1) + theirs * theirs / (other.count - 1));
        double half = quantile((int) Math.floor(degrees)) * error;
        return Optional.of(new Interval(mean - other.mean - half, mean - other.mean + half, CONFIDENCE));
    }

    private static double quantile(int degrees) {
        return degrees > T.length ? NORMAL : T[Math.max(1, degrees) - 1];
    }
}
