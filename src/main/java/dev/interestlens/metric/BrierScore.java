package dev.interestlens.metric;

import dev.interestlens.metric.MetricValue.Undefined;

/** Mean squared distance of probabilities from labels (Brier, 1950): 0 is perfect, a quarter is ½ for each row. */
final class BrierScore {
    private BrierScore() {}

    /**
     * Mean of {@code (p - y)²}.
     *
     * @throws MetricException if a score lies outside of [0, 1]
     */
    static MetricValue of(ScoredSamples samples) {
        Calibration.requireProbabilities(samples);
        if (samples.size() == 0) {
            return MetricValue.undefined(Undefined.NO_SAMPLES);
        }
        double[] scores = samples.scores();
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            double off = scores[i] - (samples.positive(i) ? 1 : 0);
            sum += off * off;
        }
        return MetricValue.of(sum / scores.length);
    }
}
