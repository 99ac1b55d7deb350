package dev.interestlens.explain.effect;

import dev.interestlens.data.RawBatch;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.store.ArrayFill;

/** Batches in which some behaviours are hidden. */
public final class MaskedBatch {
    private MaskedBatch() {}

    /** @param readable for each behaviour; every sample of the batch has the same history */
    public static RawBatch hide(RawBatch batch, boolean[] readable) {
        boolean[] hidden = ArrayFill.flags(batch.length(), at -> !readable[at % readable.length]);
        return batch.withHidden(hidden);
    }

    /** The same impression with only these behaviours readable. */
    public static Impression hide(Impression impression, boolean[] readable) {
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
