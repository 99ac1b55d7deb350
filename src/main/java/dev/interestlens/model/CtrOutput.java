package dev.interestlens.model;

import ai.djl.ndarray.NDArray;

/**
 * What a forward pass gives.
 *
 * @param logits shape (B), in the order of the batch's layout
 * @param auxiliaryLoss a scalar that is added to the loss in training, or null
 */
public record CtrOutput(NDArray logits, NDArray auxiliaryLoss) {
    public static CtrOutput of(NDArray logits) {
        return new CtrOutput(logits, null);
    }
}
