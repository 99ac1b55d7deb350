package dev.interestlens.model.described;

import ai.djl.ndarray.NDArray;
import dev.interestlens.model.BatchPlan;
import dev.interestlens.model.Features;
import dev.interestlens.model.nextitem.NextItemLoss;
import dev.interestlens.model.nextitem.NextItemLoss.Others;
import dev.interestlens.model.nextitem.NextItemSteps;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.layer.LayerNorm;
import dev.interestlens.nn.layer.Linear;
import dev.interestlens.store.ArrayFill;
import java.util.Arrays;

/**
 * The loss by which what comes out of the last layer at a behaviour predicts the next behaviour, among the negatives that the batch brings, which all
 * behaviours share. N positions, d width of the layers, W of an item's embeddings.
 */
final class NextBehaviour implements AutoCloseable {
    /** Negatives that are used, at most. */
    private static final int MOST = 256;

    private final LayerNorm norm;
    private final Linear projection;
    private final double weight;
    private final NextItemLoss loss;

    NextBehaviour(Parameters parameters, int width, int itemWidth, double weight) {
        norm = new LayerNorm(parameters, "next_item.norm", width);
        projection = new Linear(
                parameters,
                "next_item.projection",
                width,
                itemWidth,
                true,
                Initializer.beginningInIdentity(width, itemWidth, Math.min(width, itemWidth)));
        this.weight = weight;
        loss = new NextItemLoss(parameters::tensors);
    }

    /**
     * Its share of a batch's loss.
     *
     * @param states (N, d)
     * @return a scalar; null where no behaviour follows another
     */
    NDArray loss(Features features, NDArray states) {
        BatchPlan plan = features.plan();
        if (plan.negativeItem() == null) {
            throw new IllegalArgumentException("Training batches must bring auxiliary negatives");
        }
        NextItemSteps steps =
                NextItemSteps.of(plan).amongBehaviours(plan.layout().positions());
        if (steps.to().length == 0) {
            return null;
        }
        int[] next = ArrayFill.ints(steps.to().length, i -> plan.historyItem()[steps.to()[i]]);
        int[] drawn = Arrays.copyOf(plan.negativeItem(), Math.min(MOST, plan.negativeItem().length));
        float[] alike = new float[drawn.length]; // each item is drawn as often as every other
        Others others = new Others(Ops.rows(features.tensors().longs(drawn), features.items()), drawn, alike);
        NDArray from = Ops.rows(features.tensors().longs(steps.from()), states); // (M, d)
        NDArray to = Ops.rows(features.tensors().longs(next), features.items()); // (M, W)
        NDArray found = loss.of(projection.apply(norm.apply(from)), to, next, others, mean -> {});
        return Ops.scale(found, weight);
    }

    @Override
    public void close() {
        loss.close();
    }
}
