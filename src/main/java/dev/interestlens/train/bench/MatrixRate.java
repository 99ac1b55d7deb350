package dev.interestlens.train.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Tensors;

/** The rate of this machine's matrix product. */
public final class MatrixRate {
    private static final int SIZE = 768;
    private static final int TIMES = 20;

    private MatrixRate() {}

    /** Operations a second of a 768 × 768 product, the best of several runs. */
    public static double measure(int threads) {
        try (Tensors tensors = Tensors.onCpu();
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            Ops.threads(threads);
            Ops.gradients(false);
            NDArray a = tensors.zeros(DataType.FLOAT32, SIZE, SIZE).add(0.5f);
            double best = 0;
            for (int i = 0; i < TIMES; i++) {
                long begin = System.nanoTime();
                Ops.matmul(a, a).close();
                best = Math.max(best, 2.0 * SIZE * SIZE * SIZE / ((System.nanoTime() - begin) / 1e9));
            }
            return best;
        }
    }
}
