package dev.interestlens.train;

import dev.interestlens.model.CtrModel;

/** Sees a model before the first step and after every one, in the trainer's thread; it must neither change nor keep it. */
@FunctionalInterface
public interface StepWatch {
    /** @param step number of steps so far */
    void after(long step, CtrModel model);

    /** Sees nothing. */
    static StepWatch none() {
        return (step, model) -> {};
    }
}
