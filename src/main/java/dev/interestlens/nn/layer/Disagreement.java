package dev.interestlens.nn.layer;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.RaggedBatch;
import dev.interestlens.nn.Tensors;
import java.util.stream.IntStream;

/**
 * The similarity of several attentions over one history: the mean cosine of all pairs (the disagreement of Li et al. 2018, arXiv 1810.10183, with the
 * opposite sign). b samples of a group, H attentions, L behaviours.
 */
public final class Disagreement {
    /** The shortest history for which it is computed; in shorter ones attentions can hardly differ. */
    private static final int SHORTEST = 5;

    private static final double NOTHING = 1e-12;

    private Disagreement() {}

    /**
     * The term of the loss: the mean over all samples with at least five behaviours, times a strength.
     *
     * @param attention of each group, (b, H, L), H at least 2
     * @return a scalar
     */
    public static NDArray of(Tensors tensors, RaggedBatch layout, NDArray[] attention, double strength) {
        long samples = IntStream.range(0, layout.samples())
                .filter(at -> layout.lengthAt(at) >= SHORTEST)
                .count();
        NDArray[] terms = new NDArray[attention.length];
        int from = 0;
        for (int g = 0; g < terms.length; g++) {
            float[] share = new float[layout.groupSize(g)];
            for (int i = 0; i < share.length; i++) {
                share[i] = layout.lengthAt(from + i) >= SHORTEST ? (float) (strength / samples) : 0;
            }
            from += share.length;
            NDArray cosines = Ops.mul(cosine(attention[g]), tensors.floats(share, share.length));
            terms[g] = Ops.unsqueeze(Ops.sumAll(cosines), 0); // (1)
        }
        return Ops.sumAll(Ops.concat(0, terms));
    }

    /** |Σ a/|a||² holds the cosine of each with itself and with every other one: (b, H, L) -> (b). */
    private static NDArray cosine(NDArray attention) {
        long heads = attention.getShape().get(1);
        NDArray size = Ops.sqrt(Ops.shift(Ops.sum(Ops.square(attention), 2), NOTHING)); // (b, H)
        NDArray sum = Ops.sum(Ops.div(attention, Ops.unsqueeze(size, 2)), 1); // (b, L)
        return Ops.scale(Ops.shift(Ops.sum(Ops.square(sum), 1), -heads), 1.0 / (heads * (heads - 1)));
    }
}
