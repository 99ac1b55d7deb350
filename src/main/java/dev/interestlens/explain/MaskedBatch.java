package dev.interestlens.explain;

import dev.interestlens.data.RawBatch;

/** Batches in which some behaviours are there but must not be read. */
final class MaskedBatch {
    private MaskedBatch() {}

    /** @param readable of each behaviour; every sample of the batch has the same history */
    static RawBatch hide(RawBatch batch, boolean[] readable) {
        boolean[] hidden = new boolean[batch.length()];
        for (int at = 0; at < hidden.length; at++) {
            hidden[at] = !readable[at % readable.length];
        }
        return batch.withHidden(hidden);
    }

    /** The same impression with these behaviours alone. */
    static Impression hide(Impression impression, boolean[] readable) {
        return new Impression(
                impression.user(),
                impression.userKey(),
                impression.label(),
                impression.candidate(),
                impression.history(),
                hide(impression.batch(), readable),
                impression.others(),
                hide(impression.otherBatch(), readable));
    }
}
