package dev.interestlens.nn.graph;

import dev.interestlens.nn.layer.Activation;
import dev.interestlens.nn.layer.EncoderBlock;
import dev.interestlens.nn.layer.Window;

/**
 * An {@link EncoderBlock} as part of a graph: self-attention of h heads, then a feed-forward network. B samples, T positions, d width, c = d/h.
 *
 * @param name of the block among the weights
 * @param width d
 * @param heads h
 * @param activation of the feed-forward network
 * @param window what a position reads
 */
public record EncoderBlockGraph(
        Layers layers,
        String name,
        int width,
        int heads,
        Activation.Kind activation,
        EncoderBlock.NormPlace norm,
        Window window) {

    /** One in which every position reads every other. */
    public EncoderBlockGraph(
            Layers layers, String name, int width, int heads, Activation.Kind activation, EncoderBlock.NormPlace norm) {
        this(layers, name, width, heads, activation, norm, Window.ALL);
    }

    /** The output, (B, T, d), and the attention, (B, h, T, T), or null where it was computed in blocks. */
    public record Encoded(Value output, Value attention) {}

    /** Which positions of a sequence are computed. All of them are read. */
    public enum Positions {
        ALL,
        LAST
    }

    private String attentionName() {
        return name + ".self_attn";
    }

    private boolean normsBefore() {
        return norm == EncoderBlock.NormPlace.PRE;
    }

    /** x (B, T, d), mask (B, T), or who may read what, (B, T, T). Of the last position alone: (B, 1, d) and (B, h, 1, T). */
    public Encoded encode(Value x, Value mask, Positions computed) {
        Graph g = layers.graph();
        Value normed = normedBefore(x);
        Projected projected = computed == Positions.ALL ? projected(normed) : projected(g.last(normed, 1), normed);
        boolean near = window != Window.ALL && computed == Positions.ALL;
        Value weights = near ? null : weights(projected, mask); // the last position reads all
        Value mixed = near ? within(projected, mask) : g.matmul(weights, projected.values());
        Value joined = g.reshape(g.permute(mixed, 0, 2, 1, 3), 0, 0, width);
        Value residual = computed == Positions.ALL ? x : g.last(x, 1);
        return new Encoded(afterAttention(residual, joined), weights);
    }

    /** Only the attention, of every position: x (B, T, d) -> (B, h, T, T). */
    public Value attention(Value x, Value mask) {
        Graph g = layers.graph();
        Value read = window == Window.ALL ? mask : g.multiply(g.unsqueeze(mask, 1), near(mask));
        return weights(projected(normedBefore(x)), read);
    }

    /** Which positions read each other: (T, T). */
    private Value near(Value mask) {
        Graph g = layers.graph();
        Value place = g.positions(mask); // (T)
        Value distance = g.subtract(g.unsqueeze(place, 1), g.unsqueeze(place, 0));
        Value most = g.constant(new long[] {window.reach()}, 1);
        Value least = g.constant(new long[] {-window.reach()}, 1);
        Value near = g.multiply(g.atLeast(most, distance), g.atLeast(distance, least));
        if (window.global()) {
            Value last = g.atLeast(place, g.last(place, 0)); // (T)
            near = g.clip(g.add(near, g.add(g.unsqueeze(last, 0), g.unsqueeze(last, 1))), 0, 1);
        }
        return g.numbers(near);
    }

    /** {@link Window#attend} as part of a graph: (B, h, T, c). */
    private Value within(Projected of, Value mask) {
        Graph g = layers.graph();
        int w = window.reach();
        int c = width / heads;
        Value queries = of.queries();
        Value asking = window.global() ? g.butLast(queries, 2) : queries;
        Value blocks = blocks(asking, c); // (B, h, n, w, c)
        Value values = neighbours(window.global() ? g.butLast(of.values(), 2) : of.values(), c);
        Value keys = neighbours(window.global() ? g.butLast(of.keys(), 2) : of.keys(), c); // (B, h, n, 3w, c)
        Value scores = g.matmul(blocks, g.permute(keys, 0, 1, 2, 4, 3)); // (B, h, n, w, 3w)
        Value read = window.global() ? g.butLast(mask, 1) : mask;
        Value positions = neighbours(g.unsqueeze(g.unsqueeze(read, 1), 3), 1); // (B, 1, n, 3w, 1)
        Value readable = g.multiply(g.permute(positions, 0, 1, 2, 4, 3), g.constant(window.near(), w, 3L * w));
        if (!window.global()) {
            Value each = g.matmul(layers.maskedSoftmax(scores, readable), values);
            return g.first(g.reshape(each, 0, 0, -1, c), 2, queries, 2);
        }
        Value lastKey = g.unsqueeze(g.last(of.keys(), 2), 2); // (B, h, 1, 1, c)
        Value lastValue = g.unsqueeze(g.last(of.values(), 2), 2);
        scores = g.concat(4, scores, g.matmul(blocks, g.permute(lastKey, 0, 1, 2, 4, 3)));
        readable = g.concat(4, readable, g.shift(g.scale(g.slice(readable, 4, 0, 1), 0), 1));
        Value weights = layers.maskedSoftmax(scores, readable); // (B, h, n, w, 3w + 1)
        Value each = g.add(
                g.matmul(g.butLast(weights, 4), values), g.multiply(g.last(weights, 4), lastValue)); // (B, h, n, w, c)
        Value rows = g.first(g.reshape(each, 0, 0, -1, c), 2, asking, 2);
        Projected last = new Projected(g.last(queries, 2), of.keys(), of.values());
        return g.concat(2, rows, g.matmul(weights(last, mask), of.values()));
    }

    /** (B, h, L, c) -> (B, h, n, w, c). */
    private Value blocks(Value x, int c) {
        Graph g = layers.graph();
        return g.reshape(g.upTo(x, 2, window.reach()), 0, 0, -1, window.reach(), c);
    }

    /** Each block between its neighbours: (B, h, L, c) -> (B, h, n, 3w, c). */
    private Value neighbours(Value x, int c) {
        Graph g = layers.graph();
        Value blocks = blocks(x, c);
        Value none = g.scale(g.slice(blocks, 2, 0, 1), 0);
        Value before = g.concat(2, none, g.butLast(blocks, 2));
        Value behind = g.concat(2, g.slice(blocks, 2, 1, Integer.MAX_VALUE), none);
        return g.concat(3, before, blocks, behind);
    }

    private Value normedBefore(Value x) {
        return normsBefore() ? layers.layerNorm(name + ".norm1", x) : x;
    }

    /** From what the heads read, side by side, to the output: residual and joined (…, d) -> (…, d). */
    private Value afterAttention(Value residual, Value joined) {
        Graph g = layers.graph();
        Value sum = g.add(residual, layers.linear(attentionName() + ".out_proj", joined));
        Value y = normsBefore() ? sum : layers.layerNorm(name + ".norm1", sum);
        Value fed = normsBefore() ? layers.layerNorm(name + ".norm2", y) : y;
        fed = layers.activation(activation, name + ".activation", layers.linear(name + ".linear1", fed));
        y = g.add(y, layers.linear(name + ".linear2", fed));
        return normsBefore() ? y : layers.layerNorm(name + ".norm2", y);
    }

    /** Queries (B, h, Q, c), scaled; keys and values (B, h, T, c). */
    private record Projected(Value queries, Value keys, Value values) {}

    private Projected projected(Value x) {
        Graph g = layers.graph();
        Value weighted = layers.withoutBias(attentionName() + ".in_proj_weight", x);
        Value all = g.add(weighted, g.weight(attentionName() + ".in_proj_bias")); // (B, T, 3d)
        Value q = perHead(g.slice(all, 2, 0, width)); // (B, h, T, c)
        Value k = perHead(g.slice(all, 2, width, 2L * width));
        Value v = perHead(g.slice(all, 2, 2L * width, 3L * width));
        return new Projected(scaled(q), k, v);
    }

    /** Queries of other positions than those that are read. */
    private Projected projected(Value asking, Value read) {
        Graph g = layers.graph();
        Value q = perHead(projection(asking, 0, 1));
        Value both = projection(read, 1, 3); // (B, T, 2d)
        Value k = perHead(g.slice(both, 2, 0, width));
        Value v = perHead(g.slice(both, 2, width, 2L * width));
        return new Projected(scaled(q), k, v);
    }

    /** Some of the three projections of attention side by side, 0 the queries, 1 the keys, 2 the values: x (…, d) -> (…, (to − from) d). */
    public Value projection(Value x, int from, int to) {
        Graph g = layers.graph();
        Value bias = g.slice(g.weight(attentionName() + ".in_proj_bias"), 0, (long) from * width, (long) to * width);
        return g.add(projectionWithoutBias(x, from, to), bias);
    }

    /** The same without the bias. */
    public Value projectionWithoutBias(Value x, int from, int to) {
        Graph g = layers.graph();
        Value weight =
                g.slice(g.weight(attentionName() + ".in_proj_weight"), 0, (long) from * width, (long) to * width);
        return g.matmul(x, g.permute(weight, 1, 0));
    }

    /**
     * The output of N rows that are each appended to the same sequence: a row reads the sequence and itself, but no other row.
     *
     * @param rows (N, d)
     * @param keys of the sequence, (1, L, d)
     * @param values of the sequence, (1, L, d)
     * @param mask (1, L)
     * @return (N, d)
     */
    public Value behind(Value rows, Value keys, Value values, Value mask) {
        Graph g = layers.graph();
        Value own = projection(normedBefore(rows), 0, 3); // (N, 3d)
        Value q = scaled(headsFirst(g.slice(own, 1, 0, width))); // (h, N, c)
        Value ownKey = headsFirst(g.slice(own, 1, width, 2L * width));
        Value ownValue = headsFirst(g.slice(own, 1, 2L * width, 3L * width));
        Value k = headsFirst(g.squeeze(keys, 0)); // (h, L, c)
        Value v = headsFirst(g.squeeze(values, 0));
        Value scores = g.add(g.matmul(q, g.permute(k, 0, 2, 1)), layers.hidden(mask)); // (h, N, L)
        Value itself = g.unsqueeze(g.sum(g.multiply(q, ownKey), 2), 2); // (h, N, 1)
        Value weights = g.softmax(g.concat(2, scores, itself)); // a row can always be read by itself
        Value mixed = g.add(g.matmul(g.butLast(weights, 2), v), g.multiply(g.last(weights, 2), ownValue)); // (h, N, c)
        return afterAttention(rows, g.reshape(g.permute(mixed, 1, 0, 2), 0, width));
    }

    /** (B, h, Q, T). */
    private Value weights(Projected of, Value mask) {
        Graph g = layers.graph();
        Value scores = g.matmul(of.queries(), g.permute(of.keys(), 0, 1, 3, 2));
        Value readable = g.unsqueeze(mask.rank() == 2 ? g.unsqueeze(mask, 1) : mask, 1); // (B, 1, 1 or T, T)
        return layers.maskedSoftmax(scores, readable);
    }

    private Value scaled(Value queries) {
        return layers.graph().scale(queries, 1 / Math.sqrt((double) width / heads));
    }

    /** (B, T, d) -> (B, h, T, c). */
    private Value perHead(Value x) {
        Graph g = layers.graph();
        return g.permute(g.reshape(x, 0, 0, heads, width / heads), 0, 2, 1, 3);
    }

    /** (n, d) -> (h, n, c). */
    private Value headsFirst(Value x) {
        Graph g = layers.graph();
        return g.permute(g.reshape(x, 0, heads, width / heads), 1, 0, 2);
    }
}
