package dev.interestlens.nn.graph;

import dev.interestlens.nn.Activation;
import dev.interestlens.nn.ActivationUnit;
import dev.interestlens.nn.EncoderBlock;
import dev.interestlens.nn.Mlp;
import java.util.ArrayList;
import java.util.List;

/**
 * The layers of {@code nn} as parts of a graph, in evaluation, under the same parameter names. B samples, L positions, T of a sequence with its
 * candidate, d width, h heads, c = d/h.
 */
public final class Layers {
    private static final double EPSILON = 1e-5;
    private static final double FAR = 1e9;

    private final Graph g;
    private final double diceEpsilon;

    /** @param diceEpsilon ε of Dice, where an activation is Dice */
    public Layers(Graph graph, double diceEpsilon) {
        g = graph;
        this.diceEpsilon = diceEpsilon;
    }

    /** (…, in) -> (…, out). */
    public Value linear(String name, Value x) {
        return g.add(withoutBias(name + ".weight", x), g.weight(name + ".bias"));
    }

    /** x W^T. */
    public Value withoutBias(String weight, Value x) {
        return g.matmul(x, g.permute(g.weight(weight), 1, 0));
    }

    /** (…, in) -> (…); a place is added to what the first Linear gives, or null. */
    public Value mlp(
            String name,
            Value x,
            int hiddenLayers,
            Activation.Kind activation,
            boolean batchNorm,
            Mlp.Numbering numbering,
            Value place) {
        int index = 0;
        Value now = x;
        for (int i = 0; i < hiddenLayers; i++) {
            now = linear(name + "." + index++, now);
            now = i == 0 && place != null ? g.add(now, place) : now;
            now = batchNorm ? batchNorm(name + "." + index++, now) : now;
            now = activation(activation, name + "." + index++, now);
            index += numbering == Mlp.Numbering.WITH_DROPOUT ? 1 : 0;
        }
        return g.squeeze(linear(name + "." + index, now), -1); // (…, 1) -> (…)
    }

    private Value batchNorm(String name, Value x) {
        Value standard = standardize(name, x, EPSILON);
        return g.add(g.multiply(standard, g.weight(name + ".weight")), g.weight(name + ".bias"));
    }

    private Value standardize(String name, Value x, double epsilon) {
        Value deviation = g.sqrt(g.shift(g.weight(name + ".running_var"), epsilon));
        return g.divide(g.subtract(x, g.weight(name + ".running_mean")), deviation);
    }

    private Value activation(Activation.Kind kind, String name, Value x) {
        return switch (kind) {
            case RELU -> g.relu(x);
            case SIGMOID -> g.sigmoid(x);
            case TANH -> g.tanh(x);
            case LEAKY_RELU -> g.leakyRelu(x, 0.01);
            case GELU -> g.gelu(x);
            case PRELU -> g.subtract(g.relu(x), g.multiply(g.weight(name + ".weight"), g.relu(g.scale(x, -1))));
            case DICE -> {
                Value p = g.sigmoid(standardize(name + ".bn", x, diceEpsilon));
                Value alpha = g.weight(name + ".alpha");
                yield g.multiply(x, g.add(alpha, g.multiply(p, g.complement(alpha))));
            }
        };
    }

    /** DIN's activation unit: q (B, W), k (B, L, W), place (B, L, hidden) or null -> (B, L). */
    public Value unit(
            String name,
            Value q,
            Value k,
            int width,
            ActivationUnit.Inputs inputs,
            int hiddenLayers,
            Activation.Kind activation,
            Value place) {
        Value repeated = g.repeat(q, k); // (B, L, W)
        List<Value> parts = new ArrayList<>(List.of(repeated, k));
        if (inputs == ActivationUnit.Inputs.DIFFERENCE_PRODUCT) {
            parts.add(g.subtract(repeated, k));
            parts.add(g.multiply(repeated, k));
        } else if (inputs == ActivationUnit.Inputs.OUTER_PRODUCT) {
            Value outer = g.multiply(g.unsqueeze(repeated, 3), g.unsqueeze(k, 2)); // (B, L, W, W)
            parts.add(g.reshape(outer, 0, 0, (long) width * width));
        }
        Value x = g.concat(2, parts.toArray(new Value[0]));
        return mlp(name, x, hiddenLayers, activation, false, Mlp.Numbering.WITH_DROPOUT, place);
    }

    /** Exactly 0 where the mask is 0, and all zeros where nothing can be read: scores (…, L), mask that broadcasts to it -> (…, L). */
    public Value maskedSoftmax(Value scores, Value mask) {
        return g.multiply(g.softmax(g.add(scores, hidden(mask))), mask);
    }

    /** As the reference code: hidden scores become −1e9, so that a row without anything to read is uniform. */
    public Value literalSoftmax(Value scores, Value mask) {
        return g.softmax(g.add(g.multiply(scores, mask), hidden(mask)));
    }

    /** 0 where the mask is 1, −1e9 where it is 0. */
    private Value hidden(Value mask) {
        return g.scale(g.shift(mask, -1), FAR);
    }

    /** Weights (B, L), values (B, L, W) -> (B, W). */
    public Value weightedSum(Value weights, Value values) {
        return g.squeeze(g.matmul(g.unsqueeze(weights, 1), values), 1);
    }

    /** What attention a does in a step of a {@link #gru}. */
    @FunctionalInterface
    public interface Write {
        /** update u (B, H), attention (B, 1) or null -> what is written (B, H). */
        Value of(Graph inside, Value update, Value attention);
    }

    /**
     * A recurrence as in {@code Recurrence}.
     *
     * @param x (B, L, in)
     * @param attention (B, L), or null
     * @param readable 1 where a step is taken, (B, L)
     * @return the states (B, L, H) and the last one (B, H)
     */
    public List<Value> gru(
            String name, String suffix, int hidden, Value x, Value attention, Value readable, Write write) {
        Value projected = g.add(withoutBias(name + ".weight_ih" + suffix, x), g.weight(name + ".bias_ih" + suffix));
        Value stateWeight = g.permute(g.weight(name + ".weight_hh" + suffix), 1, 0); // (H, 3H)
        Value stateBias = g.weight(name + ".bias_hh" + suffix);
        List<Value> sequences = new ArrayList<>(List.of(projected, g.unsqueeze(readable, 2)));
        if (attention != null) {
            sequences.add(g.unsqueeze(attention, 2));
        }
        return g.scan(g.zeros(x, hidden), sequences, (in, state, parts) -> {
            Value ofState = in.add(in.matmul(state, stateWeight), stateBias); // (B, 3H)
            Value rz = in.sigmoid(
                    in.add(in.slice(parts.get(0), 1, 0, 2L * hidden), in.slice(ofState, 1, 0, 2L * hidden))); // (B, 2H)
            Value reset = in.slice(rz, 1, 0, hidden);
            Value update = in.complement(in.slice(rz, 1, hidden, 2L * hidden)); // u = 1 − z
            Value candidate = in.tanh(in.add(
                    in.slice(parts.get(0), 1, 2L * hidden, 3L * hidden),
                    in.multiply(reset, in.slice(ofState, 1, 2L * hidden, 3L * hidden))));
            Value written =
                    in.multiply(write.of(in, update, attention == null ? null : parts.get(2)), parts.get(1)); // (B, H)
            return in.add(state, in.multiply(written, in.subtract(candidate, state)));
        });
    }

    /** (…, F) -> (…, F). */
    public Value layerNorm(String name, Value x) {
        return g.layerNorm(x, g.weight(name + ".weight"), g.weight(name + ".bias"), EPSILON);
    }

    /** An encoder layer: what comes out (B, T, d), and its attention (B, h, T, T). */
    public record Encoded(Value output, Value attention) {}

    /** Which positions of a sequence a layer computes. All of them are read. */
    public enum Positions {
        ALL,
        LAST
    }

    /** x (B, T, d), mask (B, T), or who may read what, (B, T, T). Of the last position alone: (B, 1, d) and (B, h, 1, T). */
    public Encoded encoderBlock(
            String name,
            Value x,
            Value mask,
            int width,
            int heads,
            Activation.Kind activation,
            EncoderBlock.NormPlace place,
            Positions computed) {
        boolean pre = place == EncoderBlock.NormPlace.PRE;
        Value normed = pre ? layerNorm(name + ".norm1", x) : x;
        Projected projected = computed == Positions.ALL
                ? projected(name + ".self_attn", normed, width, heads)
                : projected(name + ".self_attn", g.last(normed, 1), normed, width, heads);
        Value weights = attention(projected, mask);
        Value joined = g.reshape(g.permute(g.matmul(weights, projected.values()), 0, 2, 1, 3), 0, 0, width);
        Value y = g.add(computed == Positions.ALL ? x : g.last(x, 1), linear(name + ".self_attn.out_proj", joined));
        return new Encoded(afterAttention(name, y, activation, place), weights);
    }

    /** What follows attention in a layer: the sum of it and its input (…, d) -> (…, d). */
    public Value afterAttention(String name, Value sum, Activation.Kind activation, EncoderBlock.NormPlace place) {
        boolean pre = place == EncoderBlock.NormPlace.PRE;
        Value y = sum;
        y = pre ? y : layerNorm(name + ".norm1", y);
        Value fed = pre ? layerNorm(name + ".norm2", y) : y;
        fed = linear(name + ".linear2", activation(activation, name + ".activation", linear(name + ".linear1", fed)));
        y = g.add(y, fed);
        return pre ? y : layerNorm(name + ".norm2", y);
    }

    /** The attention alone of every position of a layer: x (B, T, d) -> (B, h, T, T). */
    public Value encoderAttention(
            String name, Value x, Value mask, int width, int heads, EncoderBlock.NormPlace place) {
        Value normed = place == EncoderBlock.NormPlace.PRE ? layerNorm(name + ".norm1", x) : x;
        return attention(projected(name + ".self_attn", normed, width, heads), mask);
    }

    /** Queries (B, h, Q, c), scaled; keys and values (B, h, T, c). */
    private record Projected(Value queries, Value keys, Value values) {}

    private Projected projected(String name, Value x, int width, int heads) {
        Value all = g.add(withoutBias(name + ".in_proj_weight", x), g.weight(name + ".in_proj_bias")); // (B, T, 3d)
        Value q = heads(g.slice(all, 2, 0, width), width, heads); // (B, h, T, c)
        Value k = heads(g.slice(all, 2, width, 2L * width), width, heads);
        Value v = heads(g.slice(all, 2, 2L * width, 3L * width), width, heads);
        return new Projected(scaled(q, width, heads), k, v);
    }

    /** Queries of other rows than those that are read. */
    private Projected projected(String name, Value asking, Value read, int width, int heads) {
        Value q = heads(projection(name, asking, 0, 1, width), width, heads);
        Value both = projection(name, read, 1, 3, width); // (B, T, 2d)
        Value k = heads(g.slice(both, 2, 0, width), width, heads);
        Value v = heads(g.slice(both, 2, width, 2L * width), width, heads);
        return new Projected(scaled(q, width, heads), k, v);
    }

    /** Some of the three projections of attention side by side, 0 the queries, 1 the keys, 2 the values: x (…, d) -> (…, (to − from) d). */
    public Value projection(String name, Value x, int from, int to, int width) {
        Value weight = g.slice(g.weight(name + ".in_proj_weight"), 0, (long) from * width, (long) to * width);
        Value bias = g.slice(g.weight(name + ".in_proj_bias"), 0, (long) from * width, (long) to * width);
        return g.add(g.matmul(x, g.permute(weight, 1, 0)), bias);
    }

    private Value scaled(Value queries, int width, int heads) {
        return g.scale(queries, 1 / Math.sqrt((double) width / heads));
    }

    /** (B, h, Q, T). */
    private Value attention(Projected of, Value mask) {
        Value scores = g.matmul(of.queries(), g.permute(of.keys(), 0, 1, 3, 2));
        Value readable = g.unsqueeze(mask.rank() == 2 ? g.unsqueeze(mask, 1) : mask, 1); // (B, 1, 1 or T, T)
        return maskedSoftmax(scores, readable);
    }

    private Value heads(Value x, int width, int heads) {
        return g.permute(g.reshape(x, 0, 0, heads, width / heads), 0, 2, 1, 3); // (B, T, d) -> (B, h, T, c)
    }
}
