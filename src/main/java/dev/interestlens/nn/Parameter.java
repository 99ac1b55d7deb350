package dev.interestlens.nn;

import ai.djl.ndarray.NDArray;

/** A named dense parameter: a range of the flat leaf of its {@link Parameters}, seen in its own shape. */
public final class Parameter {
    private final String name;
    private final Role role;
    private final long[] shape;
    private final Initializer initializer;
    private final int offset;
    private final int size;
    private int scoring;
    private NDArray value;

    Parameter(String name, Role role, long[] shape, Initializer initializer, int offset) {
        this.name = name;
        this.role = role;
        this.shape = shape.clone();
        this.initializer = initializer;
        this.offset = offset;
        long elements = 1;
        for (long s : shape) {
            elements *= s;
        }
        this.size = Math.toIntExact(elements);
        scoring = role == Role.SCORES ? size : 0;
    }

    public String name() {
        return name;
    }

    /** Its role. */
    public Role role() {
        return role;
    }

    /** How many of its first elements determine attention scores. */
    public int scoring() {
        return scoring;
    }

    /** Sets that number, for a parameter whose other elements have another role. */
    public Parameter scoring(long elements) {
        scoring = Math.toIntExact(elements);
        return this;
    }

    public long[] shape() {
        return shape.clone();
    }

    /** Its offset in the flat leaf. */
    public int offset() {
        return offset;
    }

    /** Its number of elements. */
    public int size() {
        return size;
    }

    /** The array to compute with now: tracked for gradients during a training step, a constant otherwise. */
    public NDArray value() {
        return value;
    }

    void value(NDArray now) {
        value = now;
    }

    void initialize(float[] flat, long seed) {
        initializer.fill(flat, offset, size, Initializer.random(seed, name));
    }
}
