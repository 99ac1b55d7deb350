package dev.interestlens.metric;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * How fast values fall with their age: those of a series are A · exp(−r · age), with a first value A of its own for each series and one rate r for all. The
 * squares of what is left are least, not of logarithms, so that a value may be 0 or below.
 *
 * @param ages of each value, in any unit
 * @param series to which each belongs, from 0
 */
public record HalfLife(double[] ages, int[] series) {
    private static final int STEPS = 120;
    private static final int REFINEMENTS = 40;

    /** Rates that are tried, in units of one over the longest age: at the last only a part in e³⁰ is left. */
    private static final double SLOWEST = -3;

    private static final double FASTEST = 30;

    public HalfLife {
        ages = ages.clone();
        series = series.clone();
    }

    /** The longest age. */
    public double span() {
        return Arrays.stream(ages).max().orElse(0);
    }

    /** The rate; below 0 where values grow, NaN where one of them is. */
    public double rate(double[] values) {
        if (Arrays.stream(values).anyMatch(Double::isNaN)) {
            return Double.NaN;
        }
        double unit = (FASTEST - SLOWEST) / STEPS;
        DoubleUnaryOperator left = rate -> left(rate / span(), values);
        double best = SLOWEST;
        double least = left.applyAsDouble(best);
        for (int step = 1; step <= STEPS; step++) {
            double error = left.applyAsDouble(SLOWEST + step * unit);
            if (error < least) {
                least = error;
                best = SLOWEST + step * unit;
            }
        }
        return refined(left, best - unit, best + unit) / span();
    }

    /** The minimum between two places, by thirds. */
    private static double refined(DoubleUnaryOperator of, double from, double to) {
        double low = from;
        double high = to;
        for (int step = 0; step < REFINEMENTS; step++) {
            double third = (high - low) / 3;
            if (of.applyAsDouble(low + third) < of.applyAsDouble(high - third)) {
                high -= third;
            } else {
                low += third;
            }
        }
        return (low + high) / 2;
    }

    /** The sum of squares that is left where each series has the best first value. */
    private double left(double rate, double[] values) {
        int count = Arrays.stream(series).max().orElse(-1) + 1;
        double[] both = new double[count];
        double[] squares = new double[count];
        double all = 0;
        for (int i = 0; i < values.length; i++) {
            double factor = Math.exp(-rate * ages[i]);
            both[series[i]] += factor * values[i];
            squares[series[i]] += factor * factor;
            all += values[i] * values[i];
        }
        for (int of = 0; of < count; of++) {
            all -= squares[of] == 0 ? 0 : both[of] * both[of] / squares[of];
        }
        return all;
    }
}
