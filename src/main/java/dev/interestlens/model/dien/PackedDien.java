package dev.interestlens.model.dien;

import ai.djl.ndarray.NDArray;
import dev.interestlens.model.Features;
import dev.interestlens.nn.Noise;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Tensors;
import dev.interestlens.nn.TimeMajor;
import dev.interestlens.nn.layer.GruCell;
import dev.interestlens.nn.layer.Recurrence;

/** Both recurrent layers and the attention between them on packed rows. P rows, B samples, H units. */
record PackedDien(
        GruCell extractor, HistoryWeights attention, GruCell cell, Evolution evolution, double dropout, Noise noise) {
    /**
     * What was read of a batch in which a group has h histories with C candidates each.
     *
     * @param interest the final one, (B, H)
     * @param weights attention by group, (h, C, L)
     * @param states of the first layer, packed, one row a step of a history, or null where there is no step
     */
    record Result(NDArray interest, NDArray[] weights, NDArray states) {}

    Result run(Features features, TimeMajor steps, boolean training) {
        if (steps.rows() == 0) {
            NDArray nothing = Ops.zeros(features.candidate(), features.plan().samples(), cell.hidden());
            return new Result(nothing, attention.of(features, null, steps, training), null);
        }
        Tensors tensors = features.tensors();
        NDArray x = Ops.rows(tensors.longs(steps.position()), features.history()); // (P, W)
        NDArray states =
                Recurrence.packed(extractor, noise.drop(x, dropout, training), null, steps, Recurrence.Write.GATE);
        if (evolution == Evolution.GRU) {
            NDArray evolved = Recurrence.packed(cell, states, null, steps, Recurrence.Write.GATE); // (P, H)
            NDArray[] weights = attention.of(features, evolved, steps, training);
            NDArray[] interests = attention.byGroup(evolved, features, steps); // (b, L, H)
            for (int g = 0; g < interests.length; g++) {
                interests[g] = Ops.squeeze(Ops.matmul(weights[g], interests[g]), 1); // (b, H)
            }
            return new Result(Ops.concat(0, interests), weights, states);
        }
        NDArray[] weights = attention.of(features, states, steps, training);
        NDArray flat = Ops.unsqueeze(HistoryWeights.flat(weights), 1);
        NDArray a = Ops.rows(tensors.longs(HistoryWeights.places(features, steps)), flat); // (P, 1)
        NDArray input = evolution == Evolution.AIGRU ? Ops.mul(states, a) : states;
        NDArray evolved = Recurrence.packed(cell, input, a, steps, evolution.write()); // (P, H)
        NDArray extended = Ops.concat(
                0, evolved, Ops.zeros(evolved, 1, cell.hidden())); // samples without a step have the last row
        return new Result(Ops.rows(tensors.longs(steps.last()), extended), weights, states);
    }
}
