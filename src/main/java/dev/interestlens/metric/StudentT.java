package dev.interestlens.metric;

/** Two-sided 95 % quantiles of Student's t, to three decimals; those of many degrees of freedom are the normal one. */
public final class StudentT {
    private static final double[] T = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    static final double NORMAL = 1.96;

    private StudentT() {}

    public static double quantile(int degrees) {
        return degrees > T.length ? NORMAL : T[Math.max(1, degrees) - 1];
    }

    /** How much wider an interval is than with a known spread. */
    static double widening(int degrees) {
        return quantile(degrees) / NORMAL;
    }
}
