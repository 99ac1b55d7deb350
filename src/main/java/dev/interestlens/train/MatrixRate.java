package dev.interestlens.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Tensors;

/** The rate of this machine's matrix product, and how many operations a step of the benchmark's networks needs at least. */
public final class MatrixRate {
    private static final int SIZE = 768;
    private static final int TIMES = 20;

    private MatrixRate() {}

    /** Operations a second of a 768 × 768 product, the best of some. */
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

    /** Multiplications and additions of the matrix products of one step; a training step needs about three times a forward pass. */
    public static double flops(BenchmarkSettings s, double positions) {
        double n = positions;
        double b = s.batch();
        double head = 2 * b * (256 * 128 + 128);
        double forward =
                switch (s.model()) {
                    // split first Linear: two products of width 128 a position, one of q a sample; then 64-32-1,
                    // weighted sum, head on 512
                    case "din" -> 2 * n * (2 * 128 * 64 + 64 * 32 + 32 + 128) + 2 * b * (128 * 64 + 512 * 256) + head;
                    // two recurrent layers of 128 on 128, attention 128 -> 64 -> 1, auxiliary products, head on 256
                    case "dien" ->
                        2 * n * (4 * 3 * 128 * 128 + 128 * 64 + 64 + 256) + 2 * b * (128 * 64 + 256 * 256) + head;
                    // two blocks: qkv, output and feed-forward a position, attention by the mean length
                    default -> 2 * 2 * n * (4 * 64 * 64 + 2 * 64 * 256 + 2 * 64 * n / b) + 2 * b * (128 * 256 + 256);
                };
        return s.predict() ? forward : 3 * forward;
    }
}
