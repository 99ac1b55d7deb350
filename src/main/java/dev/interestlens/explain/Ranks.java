package dev.interestlens.explain;

import dev.interestlens.model.Scorer;

/** Finds where a candidate stands among other items. */
@FunctionalInterface
public interface Ranks {
    Standing standing(Scorer model, Impression impression);
}
