package dev.interestlens.model.dien;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.interestlens.nn.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The arrays that the kernels write to, reused from step to step: allocating them would take as long as the arithmetic. Room for N rows, B samples
 * and K negatives; C width of an item, H units, S width of the attention's hidden layer.
 */
final class KernelSpace implements AutoCloseable {
    /** Some more rows than needed, so that batches of similar size share a space. */
    private static final double SPARE = 1.1;

    private final List<NDArray> all = new ArrayList<>();
    private final Tensors tensors;
    private final int rows;
    private final int samples;
    private final int negatives;
    private final NDArray[] first;
    private final NDArray[] second;
    private final NDArray[] pairs;
    private final NDArray[] work;

    KernelSpace(Tensors tensors, int atLeastRows, int samples, int negatives, int c, int h, int s) {
        this.tensors = tensors;
        this.samples = samples;
        this.negatives = negatives;
        rows = (int) (SPARE * atLeastRows);
        first = layer(h, s);
        second = layer(h, 1);
        int k = Math.max(1, negatives);
        pairs = new NDArray[] {zeros(rows, 1), zeros(k, rows, 1), zeros(rows, 1), zeros(k, rows, 1)};
        float[] ones = new float[samples];
        Arrays.fill(ones, 1);
        work = new NDArray[] {
            zeros(samples, c),
            zeros(samples, h),
            zeros(samples, h),
            constant(new float[] {-1}, 1),
            zeros(samples, h),
            zeros(samples, 4L * h),
            constant(ones, samples),
            zeros(samples, Math.max(1, s))
        };
    }

    /** Gates, candidate inputs, states, the attention's hidden layer, gradients of the states. */
    private NDArray[] layer(int h, int s) {
        return new NDArray[] {
            zeros(rows, 3L * h), zeros(rows, h), zeros(rows + 1, h), zeros(rows, Math.max(1, s)), zeros(rows + 1, h)
        };
    }

    private NDArray zeros(long... shape) {
        NDArray array = Tensors.keep(tensors.zeros(DataType.FLOAT32, shape));
        all.add(array);
        return array;
    }

    private NDArray constant(float[] values, long... shape) {
        NDArray array = tensors.constant(values, shape);
        all.add(array);
        return array;
    }

    boolean holds(int n, int b, int k) {
        return n <= rows && b <= samples && k <= negatives;
    }

    /** Of the first recurrent layer. */
    NDArray[] first() {
        return first;
    }

    /** Of the second. */
    NDArray[] second() {
        return second;
    }

    /** Of the auxiliary loss. */
    NDArray[] pairs() {
        return pairs;
    }

    /** Of one step. */
    NDArray[] work() {
        return work;
    }

    @Override
    public void close() {
        all.forEach(NDArray::close);
    }
}
