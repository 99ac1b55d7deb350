package dev.interestlens.figure;

/** The least that an axis of values spans: a difference of chance does not fill the height of a plot. */
public final class LeastSpan {
    /** As a share of the greatest value. */
    private static final double SHARE = .02;

    private LeastSpan() {}

    /** The ends of a range of values, moved apart where they are nearer, in equal parts. */
    public static double[] around(double low, double high) {
        double missing = SHARE * Math.max(Math.abs(low), Math.abs(high)) - (high - low);
        return missing > 0 ? new double[] {low - missing / 2, high + missing / 2} : new double[] {low, high};
    }
}
