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

    /** What the gates' inputs add, without the bias: (…, in) -> (…, 3H). */
    public Value projected(Value x) {
        return layers.withoutBias(name + ".weight_ih" + suffix, x);
    }

    /**
     * What the inputs of all steps add to the reset gate r, to the share 1 − z that is written, and to the candidate state: (L, B, H) each. B is 1 where
     * it is the same for all samples.
     */
    public record Inputs(Value reset, Value written, Value candidate) {}

    /** x (L, B, in). */
    public Inputs inputs(Value x) {
        Graph g = layers.graph();
        Value bias = weight("bias_ih");
        Value weight = weight("weight_ih");
        Value gates = g.add(bias, weight("bias_hh"));
        return new Inputs(
                g.matmulAdd(x, g.permute(reset(weight, 0), 1, 0), reset(gates, 0)),
                g.matmulAdd(x, g.permute(written(weight, 0), 1, 0), written(gates, 0)),
                g.matmulAdd(x, g.permute(candidate(weight, 0), 1, 0), candidate(bias, 0)));
    }

    /** Of what {@link #projected} gave, (L, B, 3H). */
    public Inputs inputsOf(Value projected) {
        Graph g = layers.graph();
        Value bias = weight("bias_ih");
        Value gates = g.add(bias, weight("bias_hh"));
        return new Inputs(
                g.add(reset(projected, 2), reset(gates, 0)),
                g.add(written(projected, 2), written(gates, 0)),
                g.add(candidate(projected, 2), candidate(bias, 0)));
    }

    /** The part of the reset gate on an axis with 3H elements. */
    private Value reset(Value all, int axis) {
        return layers.graph().slice(all, axis, 0, hidden);
    }

    /** The part of the update gate z with the opposite sign: σ(−z) = 1 − σ(z). */
    private Value written(Value all, int axis) {
        Graph g = layers.graph();
        return g.scale(g.slice(all, axis, hidden, 2L * hidden), -1);
    }

    /** The part of the candidate state. */
    private Value candidate(Value all, int axis) {
        return layers.graph().slice(all, axis, 2L * hidden, 3L * hidden);
    }

    /**
     * The last state of a recurrence with attention in each step.
     *
     * @param attention (L, B)
     * @param readable 1 where a step is taken, (L, B) or (L, 1), or null where all are
     * @return (B, H)
     */
    public Value attended(Inputs inputs, Value attention, Value readable, Write write) {
        Graph g = layers.graph();
        Value ofReset = g.permute(reset(weight("weight_hh"), 0), 1, 0); // (H, H)
        Value ofWritten = g.permute(written(weight("weight_hh"), 0), 1, 0);
        Value ofCandidate = g.permute(candidate(weight("weight_hh"), 0), 1, 0);
        Value bias = candidate(weight("bias_hh"), 0);
        List<Value> sequences = new ArrayList<>(
                List.of(inputs.reset(), inputs.written(), inputs.candidate(), g.unsqueeze(attention, 2)));
        if (readable != null) {
            sequences.add(g.unsqueeze(readable, 2));
        }
        Value none = g.zeros(g.permute(attention, 1, 0), hidden);
        return g.fold(none, sequences, (in, state, parts) -> {
            Value reset = in.sigmoid(in.matmulAdd(state, ofReset, parts.get(0))); // (B, H)
            Value update = in.sigmoid(in.matmulAdd(state, ofWritten, parts.get(1))); // u = 1 − z
            Value ofState = in.matmulAdd(state, ofCandidate, bias);
            Value candidate = in.tanh(in.add(parts.get(2), in.multiply(reset, ofState)));
            Value written = write.of(in, update, parts.get(3)); // (B, H)
            written = readable == null ? written : in.multiply(written, parts.get(4));
            return in.add(state, in.multiply(written, in.subtract(candidate, state)));
        });
    }
}
