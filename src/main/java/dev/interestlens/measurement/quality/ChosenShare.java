package dev.interestlens.measurement.quality;

import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.Split;
import dev.interestlens.metric.ScoredSamples;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The share of positives among the rows of training and among the measured rows. Where the two differ, all scores are too high or too low, however
 * good the model is, unless they were fitted to the validation part afterwards.
 */
public record ChosenShare(double training, double test) {
    private static final double ALIKE = 0.01;

    /**
     * Empty for logged labels, whose share is unknown without the data.
     *
     * @param calibrated whether scores were fitted to the validation part: empty, too
     */
    public static Optional<ChosenShare> of(ProtocolConfig protocol, boolean calibrated, ScoredSamples test) {
        if (calibrated || protocol.split() == Split.LOGGED || test.size() == 0) {
            return Optional.empty();
        }
        float[] labels = test.labels();
        long chosen =
                IntStream.range(0, labels.length).filter(i -> labels[i] > 0.5).count();
        return Optional.of(new ChosenShare(1.0 / (1 + protocol.negatives().train()), chosen / (double) test.size()));
    }

    public boolean differs() {
        return Math.abs(training - test) > ALIKE;
    }
}
