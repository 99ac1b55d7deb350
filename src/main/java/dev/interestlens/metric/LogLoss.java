package dev.interestlens.metric;

import dev.interestlens.metric.MetricValue.Undefined;

/** Mean binary cross-entropy of probabilities. */
public final class LogLoss {

    /** The default distance that probabilities keep from 0 and 1. */
    public static final double EPSILON = 1e-7;

    private LogLoss() {}

    public static MetricValue of(double[] probabilities, float[] labels) {
        return of(ScoredSamples.of(probabilities, labels), EPSILON);
    }

    /**
     * Mean of {@code -(y ln p + (1-y) ln(1-p))} with {@code p} cut to {@code [epsilon, 1-epsilon]}.
     *
     * @throws MetricException if a score lies outside of [0, 1]
     */
    public static MetricValue of(ScoredSamples samples, double epsilon) {
        Calibration.requireProbabilities(samples);
        if (samples.size() == 0) {
            return MetricValue.undefined(Undefined.NO_SAMPLES);
        }
        double[] scores = samples.scores();
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            double p = Math.min(Math.max(scores[i], epsilon), 1 - epsilon);
            sum -= Math.log(samples.positive(i) ? p : 1 - p);
        }
        return MetricValue.of(sum / scores.length);
    }
}
