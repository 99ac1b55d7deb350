package dev.interestlens.model;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.Ops;

/**
 * What a forward pass gives.
 *
 * @param logits shape (B), in the order of the batch's layout
 * @param alone the same without the term of neighbours, which the rest of the model is trained without; null where there is no such term
 * @param auxiliaryLoss a scalar that is added to the loss in training, or null
 * @param rest the part of the backward pass that the engine did not record, run with gradients off; or null
 */
public record CtrOutput(NDArray logits, NDArray alone, NDArray auxiliaryLoss, Runnable rest) {
    public CtrOutput(NDArray logits, NDArray auxiliaryLoss, Runnable rest) {
        this(logits, null, auxiliaryLoss, rest);
    }

    public static CtrOutput of(NDArray logits) {
        return of(logits, null);
    }

    public static CtrOutput of(NDArray logits, NDArray auxiliaryLoss) {
        return new CtrOutput(logits, auxiliaryLoss, null);
    }

    /** Backward pass from a loss that was computed from this output; gradients are accumulated in the leaves, and recording is off afterwards. */
    public void backward(NDArray loss) {
        if (rest == null) {
            Ops.backward(loss);
            Ops.gradients(false);
            return;
        }
        Ops.backward(loss, loss.onesLike()); // the rest continues through what both share
        Ops.gradients(false);
        rest.run();
    }
}
