package dev.interestlens.nn.penalty;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Tensors;

/**
 * The reference code's "adaptive" regularisation (golden case D): the mean over samples of base/(length + 1e-9)·‖e‖, e all embeddings of a sample's
 * history as one vector, the norm not squared. Its comments say that longer histories are regularised more; its formula does the opposite, and the
 * formula is used here. K samples, L positions, W width.
 */
public final class AdaptiveNorm {
    private static final double NEAR_ZERO = 1e-9;
    private static final double TINY = 1e-30;

    private AdaptiveNorm() {}

    /**
     * A scalar; without gradient where a sample is all zeros.
     *
     * @param embeddings shape (K, L, W)
     * @param lengths K numbers; 0 makes the term explode, as in the reference code
     */
    public static NDArray of(Tensors tensors, NDArray embeddings, int[] lengths, double base) {
        int k = lengths.length;
        float[] shares = new float[k];
        for (int i = 0; i < k; i++) {
            shares[i] = (float) (base / k / (lengths[i] + NEAR_ZERO));
        }
        NDArray squares = Ops.sum(Ops.view(Ops.square(embeddings), k, -1), 1); // (K, L, W) -> (K)
        NDArray norms = Ops.sqrt(squares.maximum(TINY)); // the square root has no gradient at 0
        return Ops.sumAll(Ops.mul(norms, tensors.floats(shares, k)));
    }
}
