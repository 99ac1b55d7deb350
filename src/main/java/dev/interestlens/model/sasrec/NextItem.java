package dev.interestlens.model.sasrec;

import ai.djl.ndarray.NDArray;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.model.Features;
import dev.interestlens.nn.Ops;
import java.util.function.DoubleConsumer;

/**
 * The softmax of the next item over the catalogue, or over sampled items, with the logQ correction (Bengio and Senécal 2008). M steps, S shared
 * items, d width.
 */
final class NextItem {
    private static final double FAR = -1e9;

    private final Features features;
    private final NextItemTargets steps;
    private final RawBatch.Shared shared;

    NextItem(Features features, NextItemTargets steps) {
        this.features = features;
        this.steps = steps;
        shared = features.plan().raw().shared;
    }

    /**
     * @param states (M, d)
     * @param next embeddings of what came next, (M, d)
     * @param logSum receives the mean of ln Σ exp over the catalogue
     * @return a scalar, the mean over steps
     */
    NDArray loss(NDArray states, NDArray next, DoubleConsumer logSum) {
        NDArray truth = Ops.sum(Ops.mul(states, next), 1); // (M)
        NDArray others = Ops.matmul(states, Ops.transpose(features.shared(), 0, 1)); // (M, S)
        if (shared.logExpected() != null) {
            others = Ops.concat(1, Ops.unsqueeze(truth, 1), corrected(others)); // (M, 1 + S)
        }
        NDArray column = Ops.slice(others, 1, 0, 1); // (M, 1)
        NDArray logs = Ops.slice(Ops.logSoftmax(others, 1), 1, 0, 1); // its logit less ln Σ exp
        NDArray sums = Ops.squeeze(Ops.sub(column, logs), 1); // (M)
        Ops.gradients(false);
        logSum.accept(Ops.mean(Ops.detach(sums)).toFloatArray()[0]);
        Ops.gradients(true);
        return Ops.mean(Ops.sub(sums, truth));
    }

    /** Logits minus ln of the expected number of draws; the true item is not among its own negatives. */
    private NDArray corrected(NDArray others) {
        float[] log = shared.logExpected();
        NDArray expected = features.tensors().floats(log, log.length, features.type(), 1, log.length);
        int[] items = steps.items(features.plan());
        NDArray mine = Ops.unsqueeze(features.tensors().longs(items), 1); // (M, 1)
        NDArray theirs = Ops.unsqueeze(features.tensors().longs(shared.items().candidate[Schema.ITEM]), 0); // (1, S)
        NDArray same = mine.eq(theirs).toType(features.type(), false); // (M, S)
        return Ops.add(Ops.sub(others, expected), Ops.scale(same, FAR));
    }
}
