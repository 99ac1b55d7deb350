package dev.interestlens.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/** A named running statistic: saved with the parameters, never trained. Shape (size). */
public final class Buffer {
    private final String name;
    private final int size;
    private final float initial;
    private NDArray single;
    private NDArray active;

    Buffer(String name, int size, float initial) {
        this.name = name;
        this.size = size;
        this.initial = initial;
    }

    public String name() {
        return name;
    }

    public int size() {
        return size;
    }

    /** The array to compute with now. In a training step the engine's BatchNorm writes into it. */
    public NDArray value() {
        return active;
    }

    /** Replaces the statistic; call it with gradients off. */
    public void assign(NDArray now) {
        Tensors.write(now.toFloatArray(), single);
    }

    public float[] values() {
        return single.toFloatArray();
    }

    public void load(Tensors tensors, float[] values) {
        if (single != null) {
            single.close();
        }
        single = tensors.constant(values, size);
        active = single;
    }

    void create(Tensors tensors) {
        float[] values = new float[size];
        java.util.Arrays.fill(values, initial);
        load(tensors, values);
    }

    void inDouble(boolean on) {
        active = on ? single.toType(DataType.FLOAT64, true) : single;
    }
}
