package dev.interestlens.train;

import ai.djl.ndarray.NDArray;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.CtrOutput;
import dev.interestlens.model.Features;
import dev.interestlens.nn.ForwardContext;
import dev.interestlens.nn.Ops;
import java.util.function.UnaryOperator;

/** The loss that a step minimises. */
@FunctionalInterface
interface Objective {
    /**
     * A loss with the pass that gave it.
     *
     * @param target a scalar
     */
    record Loss(NDArray target, CtrOutput output) {
        /**
         * The loss of what a model scores. Where a term of neighbours is added, the rest of the model is trained without it, and the weight of the term
         * on top of that: trained together, the rest leaves to the term what the first places need, and both together rank no better than the term.
         *
         * @param of logits (B) -> a scalar
         */
        static Loss of(CtrOutput output, UnaryOperator<NDArray> of) {
            NDArray alone = output.alone();
            if (alone == null) {
                return new Loss(of.apply(output.logits()), output);
            }
            NDArray whole = of.apply(Ops.add(Ops.sub(output.logits(), alone), Ops.detach(alone)));
            NDArray rest = of.apply(alone);
            return new Loss(
                    Ops.add(whole, Ops.sub(rest, Ops.detach(rest))),
                    output); // the value of the one, the gradients of both
        }
    }

    Loss of(CtrModel model, Features features);

    /** Mean cross-entropy of the samples' labels. */
    static Objective samples() {
        return (model, features) -> {
            CtrOutput output = model.learn(features);
            float[] labels = features.plan().labels();
            NDArray known = features.tensors().floats(labels, labels.length);
            return Loss.of(output, logits -> crossEntropy(logits, known));
        };
    }

    /** The model's own loss of whole sequences. */
    static Objective sequences() {
        return (model, features) -> new Loss(model.sequenceLoss(features, ForwardContext.TRAIN), CtrOutput.of(null));
    }

    /** Mean of log(1 + e^z) − y·z. */
    static NDArray crossEntropy(NDArray logits, NDArray labels) {
        return Ops.mean(Ops.sub(Ops.softplus(logits), Ops.mul(labels, logits)));
    }
}
