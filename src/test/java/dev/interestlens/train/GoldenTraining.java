package dev.interestlens.train;

import dev.interestlens.model.BatchPlan;
import dev.interestlens.model.CtrModel;
import dev.interestlens.train.config.TrainingConfig;
import java.util.List;
import java.util.function.BiConsumer;

/** A few optimiser steps over stored batches, for golden tests of other packages. */
public final class GoldenTraining {
    private GoldenTraining() {}

    /** Trains with plain Adam and calls back after each update with (updates done, loss before it). */
    public static void run(
            CtrModel model,
            List<BatchPlan> batches,
            int steps,
            double rate,
            boolean lazyTables,
            BiConsumer<Integer, Double> after) {
        TrainingConfig config = TrainingConfig.defaults()
                .with(
                        "epochs=1",
                        "learningRate=" + rate,
                        "tables=" + (lazyTables ? "lazy" : "exact"),
                        "patience=0",
                        "checkpointSeconds=0",
                        "threads=1",
                        "seed=1");
        TrainStep step = new TrainStep(model, new Optimizer(model.parameters(), config), 0);
        for (int s = 0; s < steps; s++) {
            TrainStep.Result result = step.run(batches.get(s % batches.size()), s, rate);
            after.accept(s + 1, result.loss() + result.auxiliary());
        }
    }
}
