package dev.interestlens.train;

import ai.djl.ndarray.NDArray;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.model.BatchPlan;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.Features;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Tensors;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.train.config.ExperimentConfig;

/**
 * The softmax of a true item and K negatives with the same history, plus the cross-entropy of their labels, in which the true item has the weight of
 * all others together: the first trains the ranking, the second keeps scores comparable between histories. The logQ correction subtracts the ln of an
 * item's relative sampling probability, so that the logit always refers to uniform negatives. G groups, C = 1 + K.
 */
final class GroupSoftmax implements Objective {
    private final int candidates;
    private final float[] logDraws;

    /**
     * @param negatives K
     * @param logDraws by item id
     */
    GroupSoftmax(int negatives, float[] logDraws) {
        candidates = 1 + negatives;
        this.logDraws = logDraws;
    }

    /** Whether a run learns by it: a true item with sampled negatives. Logged labels are learnt as they are. */
    static boolean trains(ExperimentConfig config, SampleSet samples) {
        return config.together(samples.data().info().hasLoggedNegatives()) > 1;
    }

    @Override
    public Loss of(CtrModel model, Features features) {
        return Loss.of(model.learn(features), logits -> loss(logits, features));
    }

    private NDArray loss(NDArray all, Features features) {
        RawBatch raw = features.plan().raw();
        Tensors tensors = features.tensors();
        NDArray inOrder = Ops.rows(tensors.longs(places(features.plan())), Ops.unsqueeze(all, 1));
        float[] often = ArrayFill.floats(raw.size(), b -> logDraws[raw.candidate[Schema.ITEM][b]]);
        int groups = raw.size() / candidates;
        NDArray logits = Ops.view(inOrder, groups, candidates); // (G, C)
        NDArray drawn = Ops.sub(logits, tensors.floats(often, groups, candidates));
        NDArray first = Ops.squeeze(Ops.slice(drawn, 1, 0, 1), 1); // (G)
        NDArray which = Ops.neg(Ops.squeeze(Ops.slice(Ops.logSoftmax(drawn, 1), 1, 0, 1), 1)); // (G)
        NDArray others = Ops.sum(Ops.softplus(Ops.slice(drawn, 1, 1, candidates)), 1); // (G)
        NDArray labels = Ops.add(Ops.softplus(Ops.neg(first)), Ops.scale(others, 1.0 / (candidates - 1)));
        return Ops.mean(Ops.add(which, Ops.scale(labels, 0.5)));
    }

    /** The place of each sample of the batch. */
    private static int[] places(BatchPlan plan) {
        int[] places = new int[plan.samples()];
        for (int place = 0; place < places.length; place++) {
            places[plan.sampleAt(place)] = place;
        }
        return places;
    }
}
