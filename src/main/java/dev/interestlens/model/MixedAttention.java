package dev.interestlens.model;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.ActivationPatch;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Tensors;

/**
 * {@link Intervention#mixing} for a batch of samples whose histories have the same length.
 *
 * @param mixing behaviours · behaviours, row-major: the share of one's weight that goes to another
 */
record MixedAttention(int behaviours, double[] mixing) implements ActivationPatch {
    /** Multiplies the rows of weights by a matrix: the given one among behaviours, 1 for every other key. */
    @Override
    public NDArray attention(NDArray weights, Tensors tensors) {
        long[] shape = weights.getShape().getShape(); // (b, …, T)
        int keys = (int) shape[shape.length - 1];
        float[] all = new float[keys * keys];
        for (int i = 0; i < keys; i++) {
            for (int j = 0; j < keys; j++) {
                boolean both = i < behaviours && j < behaviours;
                all[i * keys + j] = both ? (float) mixing[i * behaviours + j] : i == j ? 1 : 0;
            }
        }
        return Ops.matmul(weights, tensors.floats(all, all.length, weights.getDataType(), keys, keys));
    }
}
