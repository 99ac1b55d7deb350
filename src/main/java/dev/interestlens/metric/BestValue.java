package dev.interestlens.metric;

/** Which value of a line of figures is the best. Windows and reports mark it by this rule. */
public enum BestValue {
    HIGH,
    LOW,
    /** None is marked. */
    NEITHER;

    /**
     * Of a metric. Figures of probabilities depend on the share of positives: where it differs between training and test, a lower
     * value does not mean a better model. Nor does it where only some of the runs were fitted afterwards.
     *
     * @param shifted whether the share differs for any of the runs
     */
    public static BestValue of(RowMetric metric, boolean shifted, ScoreKinds kinds) {
        boolean comparable = !(metric instanceof ProbabilityMetric) || !shifted && !kinds.differ();
        return comparable ? metric.better() : NEITHER;
    }

    /** Place of the best value; -1 where there is none: fewer than two are defined, or two are equal. */
    public int best(double[] values) {
        int best = -1;
        int defined = 0;
        boolean tied = false;
        for (int i = 0; i < values.length && this != NEITHER; i++) {
            if (Double.isFinite(values[i])) {
                defined++;
                double ahead = best < 0 ? 1 : this == HIGH ? values[i] - values[best] : values[best] - values[i];
                tied = ahead == 0 || tied && ahead < 0;
                best = ahead > 0 ? i : best;
            }
        }
        return defined < 2 || tied ? -1 : best;
    }
}
