package dev.interestlens.train;

import dev.interestlens.model.BatchPlan;
import dev.interestlens.model.CtrModel;
import dev.interestlens.train.config.TrainingConfig;
import dev.interestlens.train.config.TrainingConfig.OptimizerKind;
import dev.interestlens.train.config.TrainingConfig.TableRule;
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
        TrainingConfig defaults = TrainingConfig.defaults();
        TrainingConfig config = new TrainingConfig(
                1,
                defaults.steps(),
                defaults.batchSize(),
                rate,
                defaults.schedule(),
                OptimizerKind.ADAM,
                lazyTables ? TableRule.LAZY : TableRule.EXACT,
                0,
                0,
                0,
                defaults.metric(),
                0,
                0,
                1,
                "cpu",
                1,
                defaults.attention(),
                defaults.objective(),
                0,
                defaults.negativesKind(),
                "",
                1,
                0);
        TrainStep step = new TrainStep(model, new Optimizer(model.parameters(), config), 0);
        for (int s = 0; s < steps; s++) {
            TrainStep.Result result = step.run(batches.get(s % batches.size()), s, rate);
            after.accept(s + 1, result.loss() + result.auxiliary());
        }
    }
}
