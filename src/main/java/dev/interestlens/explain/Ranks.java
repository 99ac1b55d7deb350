package dev.interestlens.explain;

import dev.interestlens.model.TrainedModel;

/** Finds where a candidate stands among other items. */
@FunctionalInterface
public interface Ranks {
    Standing standing(TrainedModel model, Impression impression);
}
