package dev.interestlens.explain.effect;

import dev.interestlens.explain.look.Impression;
import dev.interestlens.model.Scorer;

/** Finds where a candidate stands among other items. */
@FunctionalInterface
public interface Ranks {
    Standing standing(Scorer model, Impression impression);
}
