package dev.interestlens.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.stream.IntStream;

/**
 * Which rows of a (N, F) array are real.
 *
 * @param column shape (N, 1), 1 for a real row
 * @param count number of real rows
 */
public record RowMask(NDArray column, int count) {
    public static RowMask of(Tensors tensors, float[] mask, DataType type) {
        long count = IntStream.range(0, mask.length).filter(n -> mask[n] > 0).count();
        return new RowMask(tensors.floats(mask, mask.length, type, mask.length, 1), (int) count);
    }
}
