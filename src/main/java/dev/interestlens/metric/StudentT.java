package dev.interestlens.metric;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/** Two-sided 95 % quantiles of Student's t. */
public final class StudentT {
    private static final double UPPER = 0.975;

    /** The quantile with a known spread, or with any number of degrees of freedom. */
    static final double NORMAL = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(UPPER);

    private StudentT() {}

    /** @param degrees of freedom; at least 1 is taken, and parts of one, as Welch's test has them, count */
    public static double quantile(double degrees) {
        return new TDistribution(null, degrees > 1 ? degrees : 1).inverseCumulativeProbability(UPPER);
    }

    /** How much wider an interval is than with a known spread. */
    static double widening(double degrees) {
        return quantile(degrees) / NORMAL;
    }
}
