package dev.interestlens.nn.layer;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.TimeMajor;

/**
 * A {@link GruCell} over the steps of histories: h_t = h_{t−1} + w_t∘(n_t − h_{t−1}), with w_t the effective update gate. Where a step may not be
 * read w_t is 0, and the state is carried unchanged. b rows, L steps, H units.
 */
public final class Recurrence {
    /** The effective update gate: how much of the candidate state is written. */
    @FunctionalInterface
    public interface Write {
        /** A plain GRU: its update gate. */
        Write GATE = (update, attention) -> update;

        /** update (b, H), attention (b, 1) or null -> (b, H). */
        NDArray of(NDArray update, NDArray attention);
    }

    /** All gates and states, each of shape (b, L, H), and the last state (b, H). */
    public record Unrolled(
            NDArray reset, NDArray update, NDArray written, NDArray candidate, NDArray states, NDArray last) {}

    private Recurrence() {}

    /**
     * The plain form.
     *
     * @param x shape (b, L, in)
     * @param attention shape (b, L), or null
     * @param readable shape (b, L), 1 where a step is read
     */
    public static Unrolled plain(GruCell cell, NDArray x, NDArray attention, NDArray readable, Write write) {
        long b = x.getShape().get(0);
        int length = (int) x.getShape().get(1);
        NDArray[] projected = columns(cell.project(x), length); // L times (b, 3H)
        NDArray[] weights = attention == null ? new NDArray[length] : columns(attention, length); // L times (b, 1)
        NDArray[] masks = columns(readable, length); // L times (b, 1)
        NDArray[][] kept = new NDArray[5][length];
        NDArray state = Ops.zeros(x, b, cell.hidden());
        for (int t = 0; t < length; t++) {
            GruCell.Gates gates = cell.gates(projected[t], state);
            NDArray written = Ops.mul(write.of(gates.update(), weights[t]), masks[t]);
            state = Ops.add(state, Ops.mul(written, Ops.sub(gates.candidate(), state))); // (b, H)
            NDArray[] step = {gates.reset(), gates.update(), written, gates.candidate(), state};
            for (int i = 0; i < step.length; i++) {
                kept[i][t] = Ops.unsqueeze(step[i], 1); // (b, 1, H)
            }
        }
        return new Unrolled(
                Ops.concat(1, kept[0]),
                Ops.concat(1, kept[1]),
                Ops.concat(1, kept[2]),
                Ops.concat(1, kept[3]),
                Ops.concat(1, kept[4]),
                state);
    }

    private static NDArray[] columns(NDArray x, int length) {
        long[] ones = new long[length];
        java.util.Arrays.fill(ones, 1);
        NDArray[] columns = Ops.split(x, 1, ones);
        if (x.getShape().dimension() == 3) {
            for (int t = 0; t < length; t++) {
                columns[t] = Ops.squeeze(columns[t], 1); // (b, 1, F) -> (b, F)
            }
        }
        return columns;
    }

    /**
     * The packed form: rows of all steps, time-major, so that the batch shrinks with time. P rows.
     *
     * @param x shape (P, in)
     * @param attention shape (P, 1), or null
     * @return states, shape (P, H)
     */
    public static NDArray packed(GruCell cell, NDArray x, NDArray attention, TimeMajor steps, Write write) {
        NDArray[] projected = Ops.split(cell.project(x), 0, steps.active()); // (active, 3H) a step
        NDArray[] weights = attention == null ? null : Ops.split(attention, 0, steps.active());
        NDArray[] states = new NDArray[projected.length];
        NDArray state = Ops.zeros(x, steps.active()[0], cell.hidden());
        for (int t = 0; t < states.length; t++) {
            long active = steps.active()[t];
            NDArray before = state.getShape().get(0) == active ? state : Ops.slice(state, 0, 0, active);
            GruCell.Gates gates = cell.gates(projected[t], before);
            NDArray written = write.of(gates.update(), weights == null ? null : weights[t]);
            state = Ops.add(before, Ops.mul(written, Ops.sub(gates.candidate(), before))); // (active, H)
            states[t] = state;
        }
        return Ops.concat(0, states);
    }
}
