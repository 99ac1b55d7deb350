package dev.interestlens.nn.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A GRU as part of a graph, with its weights in PyTorch's order: reset gate, update gate, candidate state. B samples, L steps, H units.
 *
 * @param name of the GRU among the weights
 * @param suffix behind the names of its weights, as {@code _l0}
 * @param hidden H
 */
public record GruGraph(Layers layers, String name, String suffix, int hidden) {
    /** An input of the update gate so large that the gate is 1. */
    private static final float HELD_OPEN = 1e4f;

    /** How attention enters a step of {@link #attended}. */
    @FunctionalInterface
    public interface Write {
        /** update u (B, H), attention (B, 1) -> the share of the candidate state in the new state (B, H). */
        Value of(Graph inside, Value update, Value attention);
    }

    private Value weight(String kind) {
        return layers.graph().weight(name + "." + kind + suffix);
    }

    /**
     * All states. At a step that may not be read, the update gate is 1, so that the state does not change.
     *
     * @param x (B, L, in)
     * @param before the state before the first step, (B, H), or null for zeros
     * @param readable 1 where a step is taken, (B, L), or null where all are
     */
    public Graph.States states(Value x, Value before, Value readable) {
        Graph g = layers.graph();
        Value given = x;
        Value inputWeight = weight("weight_ih"); // (3H, in)
        if (readable != null) {
            given = g.concat(2, x, g.unsqueeze(g.complement(readable), 2)); // (B, L, in + 1)
            float[] column = new float[3 * hidden];
            Arrays.fill(column, hidden, 2 * hidden, HELD_OPEN);
            inputWeight = g.concat(1, inputWeight, g.constant(column, 3L * hidden, 1)); // (3H, in + 1)
        }
        return g.gru(
                given,
                before == null ? g.zeros(x, hidden) : before,
                inputWeight,
                weight("weight_hh"),
                weight("bias_ih"),
                weight("bias_hh"));
    }

    /** The terms of the gates that depend on the input, without the bias: (B, L, in) -> (B, L, 3H). */
    public Value input(Value x) {
        return layers.withoutBias(name + ".weight_ih" + suffix, x);
    }

    /**
     * The last state of a recurrence with attention in each step.
     *
     * @param projected what {@link #input} gave, (B, L, 3H), or (1, L, 3H) where all samples have the same
     * @param scaled whether a step's input is multiplied by its attention
     * @param attention (B, L)
     * @param readable 1 where a step is taken, (B, L) or (1, L), or null where all are
     * @return (B, H)
     */
    public Value attended(Value projected, boolean scaled, Value attention, Value readable, Write write) {
        Graph g = layers.graph();
        Value inputBias = weight("bias_ih");
        Value given = scaled ? projected : g.add(projected, inputBias);
        Value stateWeight = g.permute(weight("weight_hh"), 1, 0); // (H, 3H)
        Value stateBias = weight("bias_hh");
        List<Value> sequences = new ArrayList<>(List.of(given, g.unsqueeze(attention, 2)));
        if (readable != null) {
            sequences.add(g.unsqueeze(readable, 2));
        }
        return g.fold(g.zeros(attention, hidden), sequences, (in, state, parts) -> {
            Value a = parts.get(1); // (B, 1)
            Value ofInput = scaled ? in.add(in.multiply(a, parts.get(0)), inputBias) : parts.get(0); // (B or 1, 3H)
            Value ofState = in.add(in.matmul(state, stateWeight), stateBias); // (B, 3H)
            Value rz = in.sigmoid(
                    in.add(in.slice(ofInput, 1, 0, 2L * hidden), in.slice(ofState, 1, 0, 2L * hidden))); // (B, 2H)
            Value reset = in.slice(rz, 1, 0, hidden);
            Value update = in.complement(in.slice(rz, 1, hidden, 2L * hidden)); // u = 1 − z
            Value candidate = in.tanh(in.add(
                    in.slice(ofInput, 1, 2L * hidden, 3L * hidden),
                    in.multiply(reset, in.slice(ofState, 1, 2L * hidden, 3L * hidden))));
            Value written = write.of(in, update, a); // (B, H)
            written = readable == null ? written : in.multiply(written, parts.get(2));
            return in.add(state, in.multiply(written, in.subtract(candidate, state)));
        });
    }
}
