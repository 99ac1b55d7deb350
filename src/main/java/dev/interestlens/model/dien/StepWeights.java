package dev.interestlens.model.dien;

import ai.djl.ndarray.NDArray;
import dev.interestlens.model.Features;
import dev.interestlens.nn.AxisKind;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.TimeMajor;
import dev.interestlens.nn.TraceNames;
import dev.interestlens.nn.Tracer;
import java.util.Arrays;

/** Maps attention over packed steps back to the positions of a batch. P rows, N positions, T steps. */
final class StepWeights {
    private StepWeights() {}

    /** The cell of each row in a matrix of steps by rank, (T, samples with a step): (P). */
    static int[] byStep(TimeMajor steps) {
        int[] cells = new int[steps.rows()];
        int row = 0;
        for (int t = 0; t < steps.steps(); t++) {
            for (int rank = 0; rank < steps.active()[t]; rank++) {
                cells[row++] = t * (int) steps.active()[0] + rank;
            }
        }
        return cells;
    }

    /** Traces weights over the history, as {@link #byGroup} places them. */
    static void record(NDArray weights, int[] cells, Features features, TimeMajor steps, Tracer tracer) {
        for (NDArray group : byGroup(Ops.detach(weights), cells, features, steps)) {
            tracer.record(TraceNames.ATTENTION, group, AxisKind.SAMPLE, AxisKind.HISTORY);
        }
    }

    /** Rows of packed steps as one array a group of the layout, 0 where there is no step: (P, w) -> (b, L, w). */
    static NDArray[] rows(NDArray packed, Features features, TimeMajor steps) {
        int[] index = new int[features.layout().positions()];
        Arrays.fill(index, steps.rows());
        for (int row = 0; row < steps.rows(); row++) {
            index[steps.position()[row]] = row;
        }
        NDArray extended =
                Ops.concat(0, packed, Ops.zeros(packed, 1, packed.getShape().get(1)));
        return features.layout().groups(Ops.rows(features.tensors().longs(index), extended));
    }

    /**
     * Weights over the history, 0 where there is no step: one array a group of the layout, (b, L).
     *
     * @param weights a matrix
     * @param cells the cell of each row in it, (P)
     */
    static NDArray[] byGroup(NDArray weights, int[] cells, Features features, TimeMajor steps) {
        NDArray flat = Ops.view(weights, -1, 1);
        NDArray extended = Ops.concat(0, flat, Ops.zeros(flat, 1, 1));
        int[] index = new int[features.layout().positions()];
        Arrays.fill(index, (int) flat.getShape().get(0));
        for (int row = 0; row < cells.length; row++) {
            index[steps.position()[row]] = cells[row];
        }
        NDArray values = Ops.view(Ops.rows(features.tensors().longs(index), extended), -1); // (N)
        return features.layout().groupScalars(values);
    }
}
