package dev.interestlens.metric;

import java.util.function.Function;

/** Figures of scores as probabilities. The lower, the better. */
public enum ProbabilityMetric implements RowMetric {
    LOG_LOSS("logLoss", "log_loss", samples -> LogLoss.of(samples, LogLoss.EPSILON)),
    /** Mean squared distance of probability and label (Brier, 1950). */
    BRIER("brier", "brier_score", BrierScore::of),
    /** Expected calibration error. */
    ECE("ece", "ece", samples -> Calibration.error(samples, Calibration.BINS));

    private final String id;
    private final String exchangeName;
    private final Function<ScoredSamples, MetricValue> of;

    ProbabilityMetric(String id, String exchangeName, Function<ScoredSamples, MetricValue> of) {
        this.id = id;
        this.exchangeName = exchangeName;
        this.of = of;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String exchangeName() {
        return exchangeName;
    }

    @Override
    public double value(ScoredSamples samples) {
        return of.apply(samples).orNaN();
    }

    /** One is enough to see whether probabilities get better. */
    @Override
    public boolean isOfEpochs() {
        return this == LOG_LOSS;
    }

    @Override
    public BestValue better() {
        return BestValue.LOW;
    }
}
