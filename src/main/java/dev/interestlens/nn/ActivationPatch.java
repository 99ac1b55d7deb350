package dev.interestlens.nn;

import ai.djl.ndarray.NDArray;

/**
 * Values set by hand while a model computes one sample. A model passes an array to these methods before it uses it, and continues with the result.
 */
public interface ActivationPatch {
    /** Changes nothing. */
    ActivationPatch NONE = new ActivationPatch() {};

    /**
     * Changes attention; called once for each layer, in order.
     *
     * @param weights of one sample, shape (…, T): a row for every head and query; the behaviours come first
     * @return the same shape
     */
    default NDArray attention(NDArray weights, Tensors tensors) {
        return weights;
    }

    /**
     * Changes the vector that the head reads of the history.
     *
     * @param interest of one sample, shape (1, I)
     * @return the same shape
     */
    default NDArray interest(NDArray interest, Tensors tensors) {
        return interest;
    }
}
