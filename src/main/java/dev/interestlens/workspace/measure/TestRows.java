package dev.interestlens.workspace.measure;

import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.Split;
import dev.interestlens.train.run.RunDescription;

/**
 * Which rows a run is measured on. Rows of the same users with the same labels may still ask for other candidates, so only what decides the rows tells
 * whether they are the same.
 *
 * @param fingerprint of the data set
 * @param protocol that takes the rows from it
 * @param seed that the rows are drawn with; the protocol may name one or leave it to the training
 */
public record TestRows(String fingerprint, ProtocolConfig protocol, long seed) {

    /** The rows of a run's own test part. */
    public static TestRows of(RunDescription run) {
        return new TestRows(
                run.fingerprint(), run.config().protocol(), run.config().evaluationSeed());
    }

    /** Whether another run may be scored on these rows: it read the same data in the same way and trained on none of them. */
    public boolean fit(RunDescription run) {
        TestRows own = of(run);
        return fingerprint.equals(own.fingerprint)
                && protocol.evaluation().equals(own.protocol.evaluation())
                && (!drawnBySeed(protocol.split()) || seed == own.seed);
    }

    /** Whether the seed decides which events are tested. */
    private static boolean drawnBySeed(Split split) {
        return split == Split.DIN || split == Split.DIEN;
    }
}
