package dev.interestlens.model;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Value;
import java.util.Arrays;

/** The mean of the behaviours that can be read, 0 where there is none. b samples of a group, L positions, W width of an item, B samples. */
public final class HistoryMean {
    private HistoryMean() {}

    /** The weight of each behaviour: (b, L) -> (b, L). */
    public static NDArray weights(NDArray mask) {
        NDArray count = Ops.sum(mask, 1).maximum(1); // (b)
        return Ops.div(mask, Ops.unsqueeze(count, 1));
    }

    /** The same in a graph. */
    public static Value weights(Graph g, Value mask) {
        Value count = g.floor(g.sum(mask, 1), 1); // (b)
        return g.divide(mask, g.unsqueeze(count, 1));
    }

    /** One group: (b, L, W), mask (b, L) -> (b, W). */
    public static NDArray of(NDArray behaviours, NDArray mask) {
        return Ops.squeeze(Ops.matmul(Ops.unsqueeze(weights(mask), 1), behaviours), 1);
    }

    /** A whole batch: (B, W). */
    public static NDArray of(Features features) {
        NDArray[] groups = features.layout().groups(features.history());
        NDArray[] masks = features.layout().groupScalars(features.mask());
        NDArray[] means = new NDArray[groups.length];
        int each = features.plan().each();
        Arrays.setAll(means, g -> Ops.repeated(of(groups[g], masks[g]), each));
        return Ops.concat(0, means);
    }
}
