package dev.interestlens.measurement.quality;

import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.Split;
import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.train.run.RunDescription;

/**
 * Identifies the rows on which a run is measured. Rows with the same users and labels may have other candidates, so that rows are compared by what
 * determines them.
 *
 * @param fingerprint of the data set
 * @param protocol that selects the rows
 * @param seed of the rows, from the protocol or from the training
 */
public record TestRows(String fingerprint, ProtocolConfig protocol, long seed) {

    /** The rows of a run's own test part. */
    public static TestRows of(RunDescription run) {
        return new TestRows(
                run.fingerprint(), run.config().protocol(), run.config().evaluationSeed());
    }

    /** The same with negatives of another kind. */
    public static TestRows of(RunDescription run, NegativeKind negatives) {
        TestRows own = of(run);
        return new TestRows(own.fingerprint, own.protocol.withNegatives(negatives), own.seed);
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
