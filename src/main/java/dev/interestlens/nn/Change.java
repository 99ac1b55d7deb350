package dev.interestlens.nn;

import ai.djl.ndarray.NDArray;

/** What is set by hand while a model computes one sample. A model hands over what it is about to use and goes on with what it gets back. */
public interface Change {
    /** All stays as it is. */
    Change NONE = new Change() {};

    /**
     * Attention, each layer once, in order.
     *
     * @param weights of one sample, shape (…, T): a row for every head and query; the behaviours come first
     * @return the same shape
     */
    default NDArray attention(NDArray weights, Tensors tensors) {
        return weights;
    }

    /**
     * The vector that the head reads of the history.
     *
     * @param interest of one sample, shape (1, I)
     * @return the same shape
     */
    default NDArray interest(NDArray interest, Tensors tensors) {
        return interest;
    }
}
