package dev.interestlens.model.sasrec;

import ai.djl.ndarray.NDArray;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.model.Features;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.TorchScript;
import dev.interestlens.store.ArrayFill;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * The softmax of the next item over the catalogue, or over sampled items, with the logQ correction (Bengio and Senécal 2008). M steps, S shared
 * items, d width.
 */
final class NextItem {
    private final Features features;
    private final NextItemTargets steps;
    private final RawBatch.Shared shared;

    NextItem(Features features, NextItemTargets steps) {
        this.features = features;
        this.steps = steps;
        shared = features.plan().raw().shared;
    }

    /**
     * The loss, whose gradients come from the same pass.
     *
     * @param kernel {@code loss.torchscript}
     * @param states (M, d)
     * @param next embeddings of what came next, (M, d)
     * @param logSum receives the mean of ln Σ exp over the catalogue
     * @return a scalar, the mean over steps
     */
    NDArray loss(TorchScript kernel, NDArray states, NDArray next, DoubleConsumer logSum) {
        NDArray others = features.shared(); // (S, d)
        boolean drawn = shared.logExpected() != null;
        int[][] same = drawn ? same() : new int[2][0];
        Ops.gradients(false);
        NDArray[] found = kernel.call(
                "loss",
                Ops.detach(states),
                Ops.detach(next),
                Ops.detach(others),
                offset(),
                features.tensors().longs(same[0]),
                features.tensors().longs(same[1]),
                drawn);
        logSum.accept(found[1].toFloatArray()[0]);
        NDArray value = found[0].duplicate();
        NDArray[] gradients = {found[2].duplicate(), found[3].duplicate(), found[4].duplicate()};
        Ops.gradients(true);
        NDArray sum = Ops.add(
                Ops.add(product(states, gradients[0]), product(next, gradients[1])), product(others, gradients[2]));
        return Ops.add(Ops.sub(sum, Ops.detach(sum)), value); // the value of the loss and its gradients
    }

    private static NDArray product(NDArray of, NDArray gradient) {
        return Ops.sumAll(Ops.mul(of, gradient));
    }

    /** What is added to the logits: less ln of the expected number of draws, (1, S). */
    private NDArray offset() {
        int s = shared.items().size();
        float[] log = shared.logExpected();
        float[] offset = log == null ? new float[s] : ArrayFill.floats(s, i -> -log[i]);
        return features.tensors().floats(offset, s, features.type(), 1, s);
    }

    /** Steps whose true item is among the drawn ones, and its place there: it is not among its own negatives. */
    private int[][] same() {
        Map<Integer, Integer> places = new HashMap<>();
        int[] drawn = shared.items().candidate[Schema.ITEM];
        for (int i = 0; i < drawn.length; i++) {
            places.put(drawn[i], i);
        }
        int[] items = steps.items(features.plan());
        int[] rows = IntStream.range(0, items.length)
                .filter(i -> places.containsKey(items[i]))
                .toArray();
        return new int[][] {rows, ArrayFill.ints(rows.length, i -> places.get(items[rows[i]]))};
    }
}
