package dev.interestlens.ui.explain;

import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.look.Draft;
import dev.interestlens.explain.look.ForwardResult;
import dev.interestlens.explain.look.Impression;

/**
 * What a change by hand leads to, as far as it is measured.
 *
 * @param before what was changed
 * @param draft the change
 * @param impression the changed history and candidate, everything readable
 * @param seen where the model looks then
 * @param effects null until measured
 */
record WhatIfResult(ExplainedSample before, Draft draft, Impression impression, ForwardResult seen, Effects effects) {
    WhatIfResult with(Effects now) {
        return new WhatIfResult(before, draft, impression, seen, now);
    }

    /** Behaviours that are not switched off. */
    int readable() {
        return draft.places().size() - draft.off().size();
    }

    double score() {
        return seen.looked().score();
    }
}
