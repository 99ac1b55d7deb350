package dev.interestlens.model.dien;

import ai.djl.ndarray.NDArray;
import dev.interestlens.model.BatchPlan;
import dev.interestlens.model.Features;
import dev.interestlens.model.dien.AuxiliaryConfig.AuxiliaryKind;
import dev.interestlens.model.dien.AuxiliaryConfig.LastTarget;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.RaggedBatch;
import dev.interestlens.nn.TimeMajor;
import dev.interestlens.nn.Tracer;
import dev.interestlens.store.ArrayFill;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Pairs each interest state of a batch with the next behaviour, and computes the loss. N positions, M pairs. */
final class AuxiliaryPairs {
    private final AuxiliaryConfig config;
    private final AuxiliaryLoss loss;
    private final Features features;
    private final BatchPlan plan;

    AuxiliaryPairs(AuxiliaryConfig config, AuxiliaryLoss loss, Features features) {
        this.config = config;
        this.loss = loss;
        this.features = features;
        plan = features.plan();
    }

    /** Over every position, those without a next one masked: states (N, H) -> scalar, or null where there is none. */
    NDArray plain(NDArray states, Tracer tracer) {
        int[] next = next(plan.layout());
        float[] pair = new float[next.length];
        int pairs = 0;
        for (int at = 0; at < pair.length; at++) {
            pair[at] = next[at] >= 0 || toPadding() && plan.layout().mask()[at] > 0 ? 1 : 0;
            pairs += (int) pair[at];
        }
        if (none(pairs)) {
            return null;
        }
        int[] to = ArrayFill.ints(next.length, at -> Math.max(next[at], 0));
        NDArray terms = terms(states, to, next, tracer);
        NDArray mask = features.tensors().floats(pair, pair.length, features.type(), pair.length);
        return reduce(Ops.mul(terms, mask), pairs);
    }

    /** Over the pairs alone: states (P, H) -> scalar, or null where there is none. */
    NDArray packed(NDArray states, TimeMajor steps) {
        int[] from = toPadding()
                ? IntStream.range(0, steps.rows()).toArray()
                : IntStream.range(0, steps.rows())
                        .filter(row -> steps.next()[row] >= 0)
                        .toArray();
        if (none(from.length)) {
            return null;
        }
        int[] next = new int[from.length];
        Arrays.setAll(next, i -> steps.next()[from[i]] < 0 ? -1 : steps.position()[steps.next()[from[i]]]);
        int[] to = ArrayFill.ints(next.length, i -> Math.max(next[i], 0));
        NDArray picked = Ops.rows(features.tensors().longs(from), states); // (M, H)
        return reduce(terms(picked, to, next, Tracer.NONE), from.length);
    }

    private boolean toPadding() {
        return config.kind() == AuxiliaryKind.FULL_SOFTMAX && config.lastTarget() == LastTarget.LITERAL;
    }

    private boolean none(int pairs) {
        if (config.needsNegatives() && plan.negativeItem() == null) {
            throw new IllegalArgumentException("Training batches must bring auxiliary negatives");
        }
        return config.kind() == AuxiliaryKind.NONE || pairs == 0;
    }

    /** One term a state: states (M, H), the position of its next behaviour or 0, and the same with −1 where there is none. */
    private NDArray terms(NDArray states, int[] to, int[] next, Tracer tracer) {
        int m = to.length;
        if (config.kind() == AuxiliaryKind.FULL_SOFTMAX) {
            int[] ids = plan.itemIds();
            int[] targets = ArrayFill.ints(m, i -> next[i] < 0 ? 0 : ids[to[i]]);
            return loss.ofItems(states, features.tensors().longs(targets));
        }
        int k = plan.raw().negativesPerStep;
        int[] positive = new int[m];
        int[] negative = new int[m * k];
        for (int i = 0; i < m; i++) {
            positive[i] = plan.historyItem()[to[i]];
            System.arraycopy(plan.negativeItem(), to[i] * k, negative, i * k, k);
        }
        NDArray items = features.items();
        return loss.ofPairs(
                states,
                Ops.rows(features.tensors().longs(positive), items),
                Ops.rows(features.tensors().longs(negative), items),
                tracer);
    }

    private NDArray reduce(NDArray terms, int pairs) {
        RaggedBatch layout = plan.layout();
        return loss.reduce(terms, pairs, layout.samples(), layout.groupLength(0));
    }

    /** For each position that can be read the next such position of its sample, or −1. */
    private static int[] next(RaggedBatch layout) {
        int[] next = new int[layout.positions()];
        int later = -1;
        for (int at = next.length - 1; at >= 0; at--) {
            if (at + 1 < next.length && layout.sampleOf()[at + 1] != layout.sampleOf()[at]) {
                later = -1;
            }
            boolean readable = layout.mask()[at] > 0;
            next[at] = readable ? later : -1;
            later = readable ? at : later;
        }
        return next;
    }
}
