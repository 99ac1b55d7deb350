package dev.interestlens.ui.explain.engine;

import dev.interestlens.explain.ForwardResult;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.ReadReport;
import dev.interestlens.explain.look.Draft;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.ModelDraft;

/**
 * The result of a change by hand, as far as measured.
 *
 * @param before the original prediction
 * @param draft the change of the input
 * @param inside the change inside the model
 * @param impression the changed history and candidate, nothing switched off
 * @param seen Look without changes inside the model
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

    /** Look, or the weights that were set instead. */
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
