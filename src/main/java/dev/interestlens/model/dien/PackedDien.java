package dev.interestlens.model.dien;

import ai.djl.ndarray.NDArray;
import dev.interestlens.model.Features;
import dev.interestlens.nn.MaskedSoftmax;
import dev.interestlens.nn.Noise;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Pass;
import dev.interestlens.nn.Tensors;
import dev.interestlens.nn.TimeMajor;
import dev.interestlens.nn.Tracer;
import dev.interestlens.nn.layer.GruCell;
import dev.interestlens.nn.layer.Recurrence;

/** Both recurrent layers and the attention between them on packed rows. P rows, B samples, T steps, H units. */
record PackedDien(
        GruCell extractor,
        InterestAttention attention,
        GruCell cell,
        AddedScores added,
        Evolution evolution,
        double dropout,
        Noise noise) {
    /** Final interest (B, H), the states of the first layer (P, H), and attention by group, (b, L). */
    record Result(NDArray interest, NDArray states, NDArray[] weights) {}

    Result run(Features features, TimeMajor steps, Pass pass) {
        boolean training = pass.training();
        int b = features.layout().samples();
        if (steps.rows() == 0) {
            NDArray nothing = Ops.zeros(features.candidate(), 0);
            return new Result(
                    Ops.zeros(features.candidate(), b, cell.hidden()),
                    null,
                    StepWeights.byGroup(nothing, steps.cell(), features, steps));
        }
        Tensors tensors = features.tensors();
        NDArray x = Ops.rows(tensors.longs(steps.position()), features.history()); // (P, W)
        NDArray states =
                Recurrence.packed(extractor, noise.drop(x, dropout, training), null, steps, Recurrence.Write.GATE);
        if (evolution == Evolution.GRU) {
            NDArray evolved = Recurrence.packed(cell, states, null, steps, Recurrence.Write.GATE); // (P, H)
            NDArray weights = weights(features, evolved, steps, training); // (B, T)
            trace(weights, features, steps, pass);
            NDArray padded = Ops.view(at(steps.rowOfCell(), evolved, tensors), b, steps.steps(), cell.hidden());
            NDArray interest = Ops.squeeze(Ops.matmul(Ops.unsqueeze(weights, 1), padded), 1); // (B, H)
            return new Result(interest, states, byGroup(weights, features, steps));
        }
        NDArray matrix = weights(features, states, steps, training); // (B, T)
        trace(matrix, features, steps, pass);
        NDArray weights = Ops.view(matrix, -1, 1); // (B·T, 1)
        NDArray a = Ops.rows(tensors.longs(steps.cell()), weights); // (P, 1)
        NDArray input = evolution == Evolution.AIGRU ? Ops.mul(states, a) : states;
        NDArray evolved = Recurrence.packed(cell, input, a, steps, evolution.write()); // (P, H)
        return new Result(at(steps.last(), evolved, tensors), states, byGroup(matrix, features, steps));
    }

    private static NDArray[] byGroup(NDArray weights, Features features, TimeMajor steps) {
        return StepWeights.byGroup(weights, steps.cell(), features, steps);
    }

    private static void trace(NDArray weights, Features features, TimeMajor steps, Pass pass) {
        if (pass.tracer() != Tracer.NONE) {
            StepWeights.record(weights, steps.cell(), features, steps, pass.tracer());
        }
    }

    /** Attention as a padded matrix, exactly 0 where there is no step: states (P, H) -> (B, T). */
    private NDArray weights(Features features, NDArray states, TimeMajor steps, boolean training) {
        Tensors tensors = features.tensors();
        int b = features.layout().samples();
        NDArray scores = Ops.unsqueeze(
                attention.fast(states, features.candidate(), tensors.longs(steps.place()), training), 1); // (P, 1)
        NDArray plus = added.of(features); // (N)
        scores = AddedScores.plus(
                scores, plus == null ? null : Ops.rows(tensors.longs(steps.position()), Ops.unsqueeze(plus, 1)));
        NDArray padded = Ops.view(at(steps.rowOfCell(), scores, tensors), b, steps.steps());
        float[] mask = new float[b * steps.steps()];
        for (int cellAt : steps.cell()) {
            mask[cellAt] = 1;
        }
        return MaskedSoftmax.apply(padded, tensors.floats(mask, mask.length, features.type(), b, steps.steps()));
    }

    /** Rows by index, where the index P means a row of zeros: (P, w) -> (n, w). */
    private static NDArray at(int[] index, NDArray rows, Tensors tensors) {
        NDArray extended =
                Ops.concat(0, rows, Ops.zeros(rows, 1, rows.getShape().get(1)));
        return Ops.rows(tensors.longs(index), extended);
    }
}
