package dev.interestlens.measurement.compare;

import dev.interestlens.metric.Interval;
import dev.interestlens.metric.StudentT;
import java.util.Optional;

/**
 * Mean and spread of a few measurements, such as of the same training with several seeds.
 *
 * @param deviation sample standard deviation; NaN of fewer than two
 */
public record Spread(int count, double mean, double deviation) {
    private static final double CONFIDENCE = 0.95;

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
        double half = StudentT.quantile(count - 1) * deviation / Math.sqrt(count);
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
        double half = StudentT.quantile(degrees) * error;
        return Optional.of(new Interval(mean - other.mean - half, mean - other.mean + half, CONFIDENCE));
    }
}
