package dev.interestlens.explain.effect;

import dev.interestlens.data.RawBatch;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.store.Components;

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
        return Components.of(impression)
                .with(
                        "batch",
                        hide(impression.batch(), readable),
                        "otherBatch",
                        hide(impression.otherBatch(), readable));
    }
}
