package dev.interestlens.nn;

import ai.djl.ndarray.NDArray;

/** Softmax over the positions that may be read. */
public final class MaskedSoftmax {
    /** What is known of a mask without reading it; scores that need no mask are not masked. */
    public enum Coverage {
        /** Every position may be read. */
        FULL,
        /** In every row some position may be read: then −1e9 gives exactly 0 elsewhere. */
        PARTIAL,
        /** There may be rows without any readable position. */
        ANY;

        /** The same with one more position, which may be read. */
        public Coverage withReadable() {
            return this == ANY ? PARTIAL : this;
        }
    }

    private static final double FAR = -1e9;

    private MaskedSoftmax() {}

    /** The same for any mask. */
    public static NDArray apply(NDArray scores, NDArray mask) {
        return apply(scores, mask, Coverage.ANY);
    }

    /**
     * Exactly 0 where the mask is 0; a row without any readable position is all zeros, never uniform and never NaN.
     *
     * @param scores shape (…, L)
     * @param mask shape (…, L) or one that broadcasts to it, 1 where a position may be read
     */
    public static NDArray apply(NDArray scores, NDArray mask, Coverage coverage) {
        int last = scores.getShape().dimension() - 1;
        if (coverage == Coverage.FULL) {
            return Ops.softmax(scores, last);
        }
        NDArray hidden = Ops.scale(Ops.shift(mask, -1), -FAR); // 0 where readable, −1e9 elsewhere
        NDArray weights = Ops.softmax(Ops.add(scores, hidden), last);
        return coverage == Coverage.PARTIAL ? weights : Ops.mul(weights, mask);
    }

    /** As the reference code does it: hidden scores are replaced by −1e9, so that a row without any readable position is uniform. */
    public static NDArray literal(NDArray scores, NDArray mask) {
        NDArray far = Ops.shift(Ops.scale(Ops.detach(scores), 0), FAR);
        return Ops.softmax(
                Ops.where(mask.gt(0.5), scores, far), scores.getShape().dimension() - 1);
    }
}
