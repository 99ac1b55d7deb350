package dev.interestlens.nn.graph;

import dev.interestlens.nn.layer.Activation;
import dev.interestlens.nn.layer.ActivationUnit;
import dev.interestlens.nn.layer.EncoderBlock;
import dev.interestlens.nn.layer.Mlp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The layers of {@code nn} as parts of a graph, in evaluation, under the same parameter names. B samples, L positions, T of a sequence with its
 * candidate, d width, h heads, c = d/h.
 */
public final class Layers {
    private static final double EPSILON = 1e-5;
    private static final double FAR = 1e9;
    /** What a sigmoid makes 1 of. */
    private static final float HELD = 1e4f;

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

    /** What some inputs of a Linear bring to it, without its bias: x (…, to − from) -> (…, out). */
    public Value part(String name, Value x, long from, long to) {
        return g.matmul(x, g.permute(g.slice(g.weight(name + ".weight"), 1, from, to), 1, 0));
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
        Value first = linear(name + ".0", x);
        return afterFirst(
                name, place == null ? first : g.add(first, place), hiddenLayers, activation, batchNorm, numbering);
    }

    /** The rest of an MLP, from what its first Linear gave: (…, first) -> (…). */
    public Value afterFirst(
            String name,
            Value first,
            int hiddenLayers,
            Activation.Kind activation,
            boolean batchNorm,
            Mlp.Numbering numbering) {
        return g.squeeze(outputs(name, first, hiddenLayers, activation, batchNorm, numbering), -1); // (…, 1) -> (…)
    }

    /** The same with every number that comes out: (…, first) -> (…, out). */
    private Value outputs(
            String name,
            Value first,
            int hiddenLayers,
            Activation.Kind activation,
            boolean batchNorm,
            Mlp.Numbering numbering) {
        int index = 1;
        Value now = first;
        for (int i = 0; i < hiddenLayers; i++) {
            now = batchNorm ? batchNorm(name + "." + index++, now) : now;
            now = activation(activation, name + "." + index++, now);
            index += numbering == Mlp.Numbering.WITH_DROPOUT ? 1 : 0;
            now = linear(name + "." + index++, now);
        }
        return now;
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

    /**
     * DIN's activation unit: q (B, W), k (B, L, W), place (B, L, hidden) or null -> (B, L).
     *
     * @param scores how many numbers a behaviour gets; of several (B, scores, L) comes out
     */
    public Value unit(
            String name,
            Value q,
            Value k,
            int width,
            ActivationUnit.Inputs inputs,
            int hiddenLayers,
            int scores,
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
        Value first = linear(name + ".0", x);
        return scores(name, place == null ? first : g.add(first, place), hiddenLayers, scores, activation);
    }

    /** What the first Linear gave (n, L, hidden) -> (n, L), or (n, scores, L). */
    private Value scores(String name, Value first, int hiddenLayers, int scores, Activation.Kind activation) {
        Value each = outputs(name, first, hiddenLayers, activation, false, Mlp.Numbering.WITH_DROPOUT);
        return scores == 1 ? g.squeeze(each, -1) : g.permute(each, 0, 2, 1);
    }

    /** What behaviours bring to the first layer of DIN's activation unit: k (B, L, W) -> (B, L, hidden). */
    public Value unitOfHistory(String name, Value k, int width, ActivationUnit.Inputs inputs) {
        Value ofKey = column(name, width, 1);
        Value weight =
                inputs == ActivationUnit.Inputs.DIFFERENCE_PRODUCT ? g.subtract(ofKey, column(name, width, 2)) : ofKey;
        return g.matmul(k, g.permute(weight, 1, 0));
    }

    /**
     * DIN's activation unit for every candidate and one history, its first layer split: W[q; k; q−k; q∗k] = (Wq+Wd)q + (Wk−Wd)k + diag(q)Wp k.
     *
     * @param q (N, W)
     * @param k (1, L, W)
     * @param ofHistory what {@link #unitOfHistory} gave, with places, (1, L, hidden)
     * @param scores how many numbers a behaviour gets
     * @return (N, L), or of several scores (N, scores, L)
     */
    public Value unitOfPairs(
            String name,
            Value q,
            Value k,
            Value ofHistory,
            int width,
            ActivationUnit.Inputs inputs,
            int hiddenLayers,
            int scores,
            Activation.Kind activation) {
        boolean difference = inputs == ActivationUnit.Inputs.DIFFERENCE_PRODUCT;
        Value weight = difference ? g.add(column(name, width, 0), column(name, width, 2)) : column(name, width, 0);
        Value ofCandidate = g.add(g.matmul(q, g.permute(weight, 1, 0)), g.weight(name + ".0.bias")); // (N, hidden)
        Value row = g.unsqueeze(ofCandidate, 1); // (N, 1, hidden)
        Value first = row;
        if (inputs != ActivationUnit.Inputs.CONCAT) { // [k, 1] [M; row], so that the row is no sum of its own
            Value ones = g.shift(g.scale(g.slice(k, 2, 0, 1), 0), 1); // (1, L, 1)
            Value matrix = difference ? diagonal(name, q, width) : outer(name, q, width); // (N, W, hidden)
            first = g.matmul(g.concat(2, k, ones), g.concat(1, matrix, row)); // (N, L, hidden)
        }
        return scores(name, g.add(first, ofHistory), hiddenLayers, scores, activation);
    }

    /** One of the parts of the first Linear that are as wide as an item: (hidden, W). */
    private Value column(String name, int width, int part) {
        return g.slice(g.weight(name + ".0.weight"), 1, (long) part * width, (part + 1L) * width);
    }

    /** diag(q)Wp: (N, W) -> (N, W, hidden). */
    private Value diagonal(String name, Value q, int width) {
        return g.multiply(g.unsqueeze(q, 2), g.unsqueeze(g.permute(column(name, width, 3), 1, 0), 0));
    }

    /** What of the outer product belongs to each number of k: (N, W) -> (N, W, hidden). */
    private Value outer(String name, Value q, int width) {
        Value weight = g.slice(g.weight(name + ".0.weight"), 1, 2L * width, 2L * width + (long) width * width);
        Value apart = g.reshape(g.permute(weight, 1, 0), width, -1); // (W of q, W of k · hidden)
        return g.reshape(g.matmul(q, apart), 0, width, -1);
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

    /** What several attentions gather, side by side: weights (B, H, L), values (B, L, W) or (L, W) -> (B, H·W). */
    public Value weightedSums(Value weights, Value values, int width) {
        return g.reshape(g.matmul(weights, values), 0, width);
    }

    /** What attention a does in a step of {@link #attendedGru}. */
    @FunctionalInterface
    public interface Write {
        /** update u (B, H), attention (B, 1) -> what is written (B, H). */
        Value of(Graph inside, Value update, Value attention);
    }

    /**
     * A GRU that writes by its own gates. Where a step may not be read, the update gate is held open at 1, so that the state stays.
     *
     * @param x (B, L, in)
     * @param before the state before the first step, (B, H), or null for zeros
     * @param readable 1 where a step is taken, (B, L), or null where all are
     */
    public Graph.States gru(String name, String suffix, int hidden, Value x, Value before, Value readable) {
        Value given = x;
        Value weight = g.weight(name + ".weight_ih" + suffix); // (3H, in)
        if (readable != null) {
            given = g.concat(2, x, g.unsqueeze(g.complement(readable), 2)); // (B, L, in + 1)
            float[] column = new float[3 * hidden];
            Arrays.fill(column, hidden, 2 * hidden, HELD);
            weight = g.concat(1, weight, g.constant(column, 3L * hidden, 1)); // (3H, in + 1)
        }
        return g.gru(
                given,
                before == null ? g.zeros(x, hidden) : before,
                weight,
                g.weight(name + ".weight_hh" + suffix),
                g.weight(name + ".bias_ih" + suffix),
                g.weight(name + ".bias_hh" + suffix));
    }

    /** What a GRU reads of its input, without the bias: (B, L, in) -> (B, L, 3H). */
    public Value gruInput(String name, String suffix, Value x) {
        return withoutBias(name + ".weight_ih" + suffix, x);
    }

    /**
     * The last state of a GRU that attention takes part in.
     *
     * @param projected what {@link #gruInput} gave, (B, L, 3H), or (1, L, 3H) where all samples have the same
     * @param scaled whether a step's input is multiplied by its attention
     * @param attention (B, L)
     * @param readable 1 where a step is taken, (B, L) or (1, L), or null where all are
     * @return (B, H)
     */
    public Value attendedGru(
            String name,
            String suffix,
            int hidden,
            Value projected,
            boolean scaled,
            Value attention,
            Value readable,
            Write write) {
        Value inputBias = g.weight(name + ".bias_ih" + suffix);
        Value given = scaled ? projected : g.add(projected, inputBias);
        Value stateWeight = g.permute(g.weight(name + ".weight_hh" + suffix), 1, 0); // (H, 3H)
        Value stateBias = g.weight(name + ".bias_hh" + suffix);
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
        Value bias = g.slice(g.weight(name + ".in_proj_bias"), 0, (long) from * width, (long) to * width);
        return g.add(projectionPart(name, x, from, to, width), bias);
    }

    /** The same without the bias. */
    public Value projectionPart(String name, Value x, int from, int to, int width) {
        Value weight = g.slice(g.weight(name + ".in_proj_weight"), 0, (long) from * width, (long) to * width);
        return g.matmul(x, g.permute(weight, 1, 0));
    }

    /**
     * The output of rows that all stand behind one sequence and see it and themselves, not each other.
     *
     * @param rows (N, d)
     * @param keys of the sequence, (1, L, d), and its values
     * @param mask (1, L)
     * @return (N, d)
     */
    public Value readers(
            String name,
            Value rows,
            Value keys,
            Value values,
            Value mask,
            int width,
            int heads,
            Activation.Kind activation,
            EncoderBlock.NormPlace place) {
        Value normed = place == EncoderBlock.NormPlace.PRE ? layerNorm(name + ".norm1", rows) : rows;
        Value own = projection(name + ".self_attn", normed, 0, 3, width); // (N, 3d)
        Value q = scaled(perHead(g.slice(own, 1, 0, width), width, heads), width, heads); // (h, N, c)
        Value ownKey = perHead(g.slice(own, 1, width, 2L * width), width, heads);
        Value ownValue = perHead(g.slice(own, 1, 2L * width, 3L * width), width, heads);
        Value k = perHead(g.squeeze(keys, 0), width, heads); // (h, L, c)
        Value v = perHead(g.squeeze(values, 0), width, heads);
        Value scores = g.add(g.matmul(q, g.permute(k, 0, 2, 1)), hidden(mask)); // (h, N, L)
        Value itself = g.unsqueeze(g.sum(g.multiply(q, ownKey), 2), 2); // (h, N, 1)
        Value weights = g.softmax(g.concat(2, scores, itself)); // a row can always be read by itself
        Value mixed = g.add(g.matmul(g.butLast(weights, 2), v), g.multiply(g.last(weights, 2), ownValue)); // (h, N, c)
        Value joined = g.reshape(g.permute(mixed, 1, 0, 2), 0, width);
        return afterAttention(name, g.add(rows, linear(name + ".self_attn.out_proj", joined)), activation, place);
    }

    private Value perHead(Value x, int width, int heads) {
        return g.permute(g.reshape(x, 0, heads, width / heads), 1, 0, 2); // (n, d) -> (h, n, c)
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
