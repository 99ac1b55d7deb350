package dev.interestlens.model;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.Change;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Tensors;

/** {@link Intervention#even} for a batch of samples whose histories have the same length. */
record EvenAttention(int behaviours) implements Change {
    /** Multiplies the rows of weights by a matrix: the mean among behaviours, 1 for every other key. */
    @Override
    public NDArray attention(NDArray weights, Tensors tensors) {
        long[] shape = weights.getShape().getShape(); // (b, …, T)
        int keys = (int) shape[shape.length - 1];
        float[] mixing = new float[keys * keys];
        for (int i = 0; i < keys; i++) {
            for (int j = 0; j < keys; j++) {
                boolean both = i < behaviours && j < behaviours;
                mixing[i * keys + j] = both ? 1f / behaviours : i == j ? 1 : 0;
            }
        }
        return Ops.matmul(weights, tensors.floats(mixing, mixing.length, weights.getDataType(), keys, keys));
    }
}
