package dev.interestlens.workspace.measure;

import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.Split;
import dev.interestlens.metric.ScoredSamples;
import java.util.Optional;

/**
 * How many of the rows were chosen by the user, among those that a model learnt from and among those that it is measured on. Where the two differ, its
 * scores are too high or too low throughout, however well it has learnt.
 */
public record ChosenShare(double training, double test) {
    private static final double ALIKE = 0.01;

    /** Empty where training has the rows as they were logged: their share is not known without the data. */
    public static Optional<ChosenShare> of(ProtocolConfig protocol, ScoredSamples test) {
        if (protocol.split() == Split.LOGGED || test.size() == 0) {
            return Optional.empty();
        }
        int chosen = 0;
        for (float label : test.labels()) {
            chosen += label > 0.5 ? 1 : 0;
        }
        return Optional.of(new ChosenShare(1.0 / (1 + protocol.negatives().train()), chosen / (double) test.size()));
    }

    public boolean differs() {
        return Math.abs(training - test) > ALIKE;
    }
}
