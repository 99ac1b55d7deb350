package dev.interestlens.nn;

import ai.djl.ndarray.NDArray;

/** Looks on while a model computes. */
@FunctionalInterface
public interface Tracer {
    Tracer NONE = (name, value, axes) -> {};

    /** An intermediate array with the meaning of its axes; it lives only as long as the open scope. */
    void record(String name, NDArray value, AxisKind... axes);
}
