package dev.interestlens.metric;

/**
 * A confidence interval: a range that holds the true value with a given confidence.
 *
 * @param confidence such as 0.95
 */
public record Interval(double low, double high, double confidence) {
    /** Whether the whole range lies on one side of 0. */
    public boolean excludesZero() {
        return low > 0 || high < 0;
    }
}
