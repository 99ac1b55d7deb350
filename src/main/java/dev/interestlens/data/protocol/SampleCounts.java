package dev.interestlens.data.protocol;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * How many samples a protocol gives and what it leaves out. In JSON the parts are flattened.
 *
 * @param rows negatives included; in training those of an epoch
 * @param positives among the rows
 * @param coldValid validation targets that never occur in training (left out where candidates are warm)
 * @param coldTest test targets that never occur in training (left out where candidates are warm)
 * @param shortUsers users with too few events
 * @param skipped targets that were left out by another rule (minimum history, novel targets)
 * @param warmItems items that occur in training
 * @param tiedTargets targets that share their second with an event of their history
 * @param capped training targets that are left out since their users have enough more recent ones
 */
public record SampleCounts(
        @JsonUnwrapped Parts rows,
        @JsonUnwrapped(suffix = "Positives") Parts positives,
        int coldValid,
        int coldTest,
        int shortUsers,
        int skipped,
        int warmItems,
        int tiedTargets,
        int capped) {

    /** A number for each part. */
    public record Parts(int train, int valid, int test) {}

    /** The share of test targets that never occur in training, whether they are scored or not; 0 where there is no target. */
    public double coldShare() {
        double targets = positives.test + (double) coldTest;
        return coldTest == 0 ? 0 : Math.min(1, coldTest / Math.max(targets, coldTest));
    }

    /**
     * The AUC of the score "does not occur in training" where cold targets are ranked among warm negatives: with a share c of cold targets it wins
     * half of the pairs of warm ones and all pairs of cold ones, (1 − c) / 2 + c.
     */
    public double coldLeak() {
        return (1 + coldShare()) / 2;
    }
}
