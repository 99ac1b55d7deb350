package dev.interestlens.train;

import ai.djl.ndarray.NDArray;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.CtrOutput;
import dev.interestlens.model.Features;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Pass;

/** The loss that a step minimises. */
@FunctionalInterface
interface Objective {
    /**
     * A loss with the pass that gave it.
     *
     * @param target a scalar
     */
    record Loss(NDArray target, CtrOutput output) {}

    Loss of(CtrModel model, Features features);

    /** Mean cross-entropy of the samples' labels. */
    static Objective samples() {
        return (model, features) -> {
            CtrOutput output = model.learn(features);
            float[] labels = features.plan().labels();
            return new Loss(crossEntropy(output.logits(), features.tensors().floats(labels, labels.length)), output);
        };
    }

    /** The model's own loss of whole sequences. */
    static Objective sequences() {
        return (model, features) -> new Loss(model.sequenceLoss(features, Pass.TRAIN), CtrOutput.of(null));
    }

    /** Mean of log(1 + e^z) − y·z. */
    static NDArray crossEntropy(NDArray logits, NDArray labels) {
        return Ops.mean(Ops.sub(Ops.softplus(logits), Ops.mul(labels, logits)));
    }
}
