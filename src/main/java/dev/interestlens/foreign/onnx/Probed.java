package dev.interestlens.foreign.onnx;

import java.util.List;

/**
 * Properties of an array inside a model for one batch.
 *
 * @param real whether it holds real numbers
 * @param mask whether all of them are 0 or 1
 * @param least the smallest number, NaN where some value is NaN
 * @param most the largest number
 */
public record Probed(String name, List<Long> shape, boolean real, boolean mask, double least, double most) {
    public Probed {
        shape = List.copyOf(shape);
    }

    /** Number of axes. */
    public int rank() {
        return shape.size();
    }

    /** Extent of an axis, counted from the end where it is negative. */
    public long extent(int axis) {
        return shape.get(axis < 0 ? shape.size() + axis : axis);
    }
}
