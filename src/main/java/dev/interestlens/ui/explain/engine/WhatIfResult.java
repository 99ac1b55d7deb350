package dev.interestlens.ui.explain.engine;

import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.ReadReport;
import dev.interestlens.explain.look.Draft;
import dev.interestlens.explain.look.ForwardResult;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.ModelDraft;

/**
 * What a change by hand leads to, as far as measured.
 *
 * @param before what was changed
 * @param draft the change of what the model reads
 * @param inside the change inside the model
 * @param impression the changed history and candidate, everything readable
 * @param seen where the model looks then, nothing being changed inside it
 * @param logit with both changes
 * @param read what the model reads then
 * @param effects null until measured
 */
public record WhatIfResult(
        ExplainedSample before,
        Draft draft,
        ModelDraft inside,
        Impression impression,
        ForwardResult seen,
        double logit,
        ReadReport read,
        Effects effects) {
    public WhatIfResult with(Effects now) {
        return new WhatIfResult(before, draft, inside, impression, seen, logit, read, now);
    }

    /** Where the model looks, as far as nothing is set in its place. */
    public double[] look() {
        return inside.look(seen.looked().look());
    }

    /** Behaviours that are not switched off. */
    int readable() {
        return draft.places().size() - draft.off().size();
    }

    public double score() {
        return 1 / (1 + Math.exp(-logit));
    }
}
