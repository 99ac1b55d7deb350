package dev.interestlens.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import dev.interestlens.model.BatchPlan;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.CtrOutput;
import dev.interestlens.model.Features;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.penalty.RowPenalty;

/**
 * One step: forward, loss, backward, update. A step whose loss or gradients are not finite changes nothing.
 *
 * @param penalty on the rows that a batch touched
 * @param held parameters that a step does not change
 */
public record TrainStep(
        CtrModel model,
        Optimizer optimizer,
        double clipNorm,
        RowPenalty penalty,
        HeldAttention held,
        Objective objective) {
    /**
     * The result of a step.
     *
     * @param loss mean loss of the objective
     * @param auxiliary the model's auxiliary loss and the penalty on touched rows, 0 where there is none
     * @param applied false where numbers were not finite
     */
    record Result(double loss, double auxiliary, boolean applied) {}

    public TrainStep(CtrModel model, Optimizer optimizer, double clipNorm) {
        this(model, optimizer, clipNorm, RowPenalty.NONE, HeldAttention.NONE, Objective.samples());
    }

    /** @param seed of this step's dropout */
    public Result run(BatchPlan plan, long seed, double rate) {
        Parameters parameters = model.parameters();
        parameters.tensors().pool();
        try {
            return tracked(plan, seed, rate, parameters);
        } finally {
            parameters.tensors().recycle();
        }
    }

    private Result tracked(BatchPlan plan, long seed, double rate, Parameters parameters) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            Ops.seed(seed);
            parameters.noise().seed(seed);
            parameters.track();
            double loss;
            double auxiliary;
            Gradients gradients;
            try {
                Features features = model.features(plan, true);
                Objective.Loss found = objective.of(model, features);
                CtrOutput output = found.output();
                NDArray target = found.target();
                boolean withAuxiliary = output.auxiliaryLoss() != null;
                output.backward(withAuxiliary ? Ops.add(target, output.auxiliaryLoss()) : target);
                loss = target.toFloatArray()[0];
                auxiliary = withAuxiliary ? output.auxiliaryLoss().toFloatArray()[0] : 0;
                gradients = Gradients.take(parameters, features.touched());
                held.clear(gradients.dense());
                for (Gradients.OfRows rows : gradients.rows()) {
                    auxiliary += penalty.add(rows.table(), rows.ids(), rows.count(), rows.values());
                }
            } finally {
                parameters.untrack();
            }
            return new Result(loss, auxiliary, apply(loss + auxiliary, gradients, rate));
        }
    }

    private boolean apply(double loss, Gradients gradients, double rate) {
        double norm = gradients.norm();
        if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
            return false;
        }
        if (clipNorm > 0 && norm > clipNorm) {
            gradients.scale(clipNorm / norm);
        }
        optimizer.apply(gradients, rate);
        return true;
    }
}
