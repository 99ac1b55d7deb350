package dev.interestlens.explain.effect;

/**
 * How often the badge says that Look matches Effect, over sampled predictions of one log, each 0 … 1, and how often it would say so of other orders.
 *
 * @param samples over which it was counted; 0 where it was not measured
 * @param look of the model's own attention
 * @param low end of its 95 % interval over users; NaN where there are too few
 * @param newest of the newest first, whatever the model looks at
 * @param untrained of the same model before training, against its own Effect; NaN where it is not available
 */
public record Earned(int samples, double look, double low, double newest, double untrained) {
    /** Not measured. */
    public static final Earned UNKNOWN = new Earned(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    public boolean isKnown() {
        return samples > 0 && !Double.isNaN(look);
    }

    /** Whether Look earns clearly more than either: only then a match tells something of attention. */
    public boolean ahead() {
        return isKnown() && low > best();
    }

    /** Whether the newest first earns more than the model before training. */
    boolean isNewestBest() {
        return !(untrained > newest);
    }

    private double best() {
        return isNewestBest() ? newest : untrained;
    }
}
