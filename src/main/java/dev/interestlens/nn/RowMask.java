package dev.interestlens.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/**
 * Which rows of a (N, F) array are real.
 *
 * @param column shape (N, 1), 1 for a real row
 * @param count number of real rows
 */
public record RowMask(NDArray column, int count) {
    public static RowMask of(Tensors tensors, float[] mask, DataType type) {
        int count = 0;
        for (float m : mask) {
            count += m > 0 ? 1 : 0;
        }
        return new RowMask(tensors.floats(mask, mask.length, type, mask.length, 1), count);
    }
}
