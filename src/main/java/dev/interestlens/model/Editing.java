package dev.interestlens.model;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.ActivationPatch;
import dev.interestlens.nn.Tensors;

/** An {@link Intervention} in one forward pass. */
final class Editing implements ActivationPatch {
    private static final int SELF_ATTENTION = 4;

    private final Intervention intervention;
    private final int behaviours;
    private int layer;

    Editing(Intervention intervention, int behaviours) {
        this.intervention = intervention;
        this.behaviours = behaviours;
    }

    @Override
    public NDArray attention(NDArray weights, Tensors tensors) {
        long[] shape = weights.getShape().getShape();
        boolean queries = shape.length == SELF_ATTENTION; // (1, h, Q, T)
        int keys = (int) shape[shape.length - 1];
        float[] rows = weights.toFloatArray();
        int heads = shape.length > 2 ? (int) shape[1] : 1; // (1, h, Q, T), or (1, h, L) of several interests
        intervention.apply(layer++, heads, queries, rows, keys, 0, behaviours);
        return tensors.floats(rows, rows.length, weights.getDataType(), shape);
    }

    @Override
    public NDArray interest(NDArray interest, Tensors tensors) {
        float[] given = intervention.interest();
        return given.length == 0
                ? interest
                : tensors.floats(
                        given,
                        given.length,
                        interest.getDataType(),
                        interest.getShape().getShape());
    }
}
