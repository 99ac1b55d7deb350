package dev.interestlens.foreign.onnx;

import java.util.List;

/**
 * What an array inside a model turned out to be for one batch.
 *
 * @param real whether it holds real numbers
 * @param mask whether all of them are 0 or 1
 * @param least the smallest number, NaN where one is none
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

    /** Extent of an axis, counted from behind where it is negative. */
    public long extent(int axis) {
        return shape.get(axis < 0 ? shape.size() + axis : axis);
    }
}
