package dev.interestlens.model.dien;

import ai.djl.ndarray.NDArray;
import dev.interestlens.model.Features;
import dev.interestlens.nn.MaskedSoftmax;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.RaggedBatch;
import dev.interestlens.nn.TimeMajor;
import dev.interestlens.store.ArrayFill;
import java.util.Arrays;

/**
 * Attention over the histories of a batch, group by group, and what of it belongs to a packed step. A group has h histories of L positions, each with C
 * candidates. P packed steps, R packed steps of the histories, H units.
 */
record HistoryWeights(InterestAttention attention, AddedScores added) {
    /** By group, (h, C, L), 0 where a behaviour may not be read: packed states (R, H), or null where there is no step. */
    NDArray[] of(Features features, NDArray states, TimeMajor steps, boolean training) {
        RaggedBatch layout = features.layout();
        NDArray[] weights = scores(features, states, steps, training);
        NDArray[] plus = added.of(features);
        NDArray[] masks = layout.groupScalars(features.mask());
        for (int g = 0; g < weights.length; g++) {
            NDArray scores = AddedScores.plus(weights[g], plus == null ? null : plus[g]);
            weights[g] = MaskedSoftmax.apply(scores, Ops.unsqueeze(masks[g], 1), layout.coverage(g));
        }
        return weights;
    }

    private NDArray[] scores(Features features, NDArray states, TimeMajor steps, boolean training) {
        if (attention.multiplies() || features.plan().each() > 1) {
            return attention.beside(features, byGroup(states, features, steps), training);
        }
        NDArray place = features.tensors().longs(steps.place());
        NDArray packed = steps.rows() == 0
                ? null
                : Ops.unsqueeze(attention.fast(states, features.candidate(), place, training), 1); // (R, 1)
        NDArray[] scores = byGroup(packed, 1, features, steps); // (h, L, 1)
        Arrays.setAll(scores, g -> Ops.transpose(scores[g], 1, 2));
        return scores;
    }

    /** Packed states by group, 0 where there is no step: (R, H), or null where there is none -> (h, L, H). */
    NDArray[] byGroup(NDArray states, Features features, TimeMajor steps) {
        return byGroup(states, attention.hidden(), features, steps);
    }

    private static NDArray[] byGroup(NDArray packed, int width, Features features, TimeMajor steps) {
        int[] index = new int[features.layout().positions()];
        Arrays.fill(index, steps.rows());
        for (int row = 0; row < steps.rows(); row++) {
            index[steps.position()[row]] = row;
        }
        NDArray nothing = Ops.zeros(features.candidate(), 1, width);
        NDArray extended = packed == null ? nothing : Ops.concat(0, packed, nothing);
        return features.layout().groups(Ops.rows(features.tensors().longs(index), extended));
    }

    /** All groups in one row. */
    static NDArray flat(NDArray[] groups) {
        NDArray[] rows = new NDArray[groups.length];
        Arrays.setAll(rows, g -> Ops.view(groups[g], -1));
        return Ops.concat(0, rows);
    }

    /** The groups of what {@link #flat} gave. */
    static NDArray[] groups(NDArray flat, NDArray[] like) {
        long[] sizes = Arrays.stream(like).mapToLong(NDArray::size).toArray();
        NDArray[] groups = like.length == 1 ? new NDArray[] {flat} : Ops.split(flat, 0, sizes);
        Arrays.setAll(groups, g -> Ops.view(groups[g], like[g].getShape().getShape()));
        return groups;
    }

    /** Where each packed step of each candidate stands in what {@link #flat} gave: (P), the candidates of a step one after another. */
    static int[] places(Features features, TimeMajor steps) {
        RaggedBatch layout = features.layout();
        int each = features.plan().each();
        int[] places = new int[steps.rows() * each];
        int[] length = new int[layout.samples()];
        for (int g = 0, history = 0; g < layout.groups(); g++) {
            Arrays.fill(length, history, history += layout.groupSize(g), layout.groupLength(g));
        }
        for (int row = 0; row < steps.rows(); row++) {
            int position = steps.position()[row];
            int step = layout.stepOf()[position];
            for (int c = 0; c < each; c++) {
                places[row * each + c] = (position - step) * each + c * length[steps.place()[row]] + step;
            }
        }
        return places;
    }

    /** The last packed step of each candidate, or P where it has none. */
    static int[] last(Features features, TimeMajor steps) {
        int each = features.plan().each();
        int none = steps.rows() * each;
        return ArrayFill.ints(
                features.plan().samples(), place -> Math.min(none, steps.last()[place / each] * each + place % each));
    }
}
