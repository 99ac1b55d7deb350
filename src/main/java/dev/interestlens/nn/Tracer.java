package dev.interestlens.nn;

import ai.djl.ndarray.NDArray;

/** Receives intermediate arrays while a model computes. */
@FunctionalInterface
public interface Tracer {
    Tracer NONE = (name, value, axes) -> {};

    /** An intermediate array with the meaning of its axes; valid only within the open scope. */
    void record(TraceName name, NDArray value, AxisKind... axes);
}
