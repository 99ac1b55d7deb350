package dev.interestlens.model.hstu;

import dev.interestlens.model.PositionIndex;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.PositionKind;
import dev.interestlens.model.hstu.HstuConfig.Divisor;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.Role;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Layers;
import dev.interestlens.nn.graph.Value;
import dev.interestlens.nn.layer.LayerNorm;
import dev.interestlens.nn.layer.Linear;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The layers of HSTU (Zhai et al. 2024, arXiv 2402.17152, equations 1 to 3): U, V, Q, K = SiLU(f(norm X)), A = SiLU(QKᵀ/√c + rab) / n, Y = X + g(norm(A V)
 * ∗ U). There is no softmax: weights have signs and any size. A behaviour reads those before it and itself; a candidate reads all behaviours and itself, and
 * nothing reads a candidate. So behaviours are computed once for all candidates of a history.
 *
 * <p>Where we differ: products are divided by √c, as in the authors' code; a bias has a number for each head; n is by choice the number of positions that are
 * read, since the longest sequence makes the weights of short histories tiny.
 *
 * <p>H histories, or 1 where it is the same for all, L behaviours, C candidates of each, W width of an item, d width of the layers, h heads, c = d/h.
 */
final class HstuLayers {
    /** How queries and keys begin, in multiples of the row. */
    private static final float STEEPNESS = 1.5f;

    /** Where the bias of places begins then: rows that are unlike have scores above 0, too, since SiLU of a row is, and shall weigh little at first. */
    private static final float THRESHOLD = -2;

    private final HstuConfig config;
    private final ModelInput input;
    private final Graph g;
    private final Layers layers;

    HstuLayers(HstuConfig config, ModelInput input, Layers layers) {
        this.config = config;
        this.input = input;
        this.layers = layers;
        g = layers.graph();
    }

    /**
     * Where behaviours are.
     *
     * @param mask 1 where one can be read, (H, L)
     * @param back behaviours between each and the candidate, (H, L), I64
     * @param gaps seconds to the candidate, (H, L), I64, or null where the bias does not read them
     */
    record Places(Value mask, Value back, Value gaps) {}

    /** What is read of behaviours in a layer, (H, L, d) each: what came into it, keys and values. */
    record Behaviours(Value rows, Value keys, Value values) {}

    /** What came out of the last layer at the candidates, (H, C, d), what went into it, and its weights over behaviours, (H, h, C, L). */
    record Candidates(Value output, Value rows, Value weights) {}

    /** Of rows (H, n, d), in a layer: (H, n, d) each. */
    private record Projected(Value gate, Value values, Value queries, Value keys) {}

    /** Registers what they learn. */
    static void register(HstuConfig config, ModelInput input, Parameters parameters, int itemWidth) {
        int d = config.width();
        new Linear(
                parameters,
                "hstu.input",
                itemWidth,
                d,
                true,
                itemWidth <= d
                        ? Initializer.beginningInIdentity(itemWidth, d, itemWidth)
                        : Initializer.fanIn(itemWidth));
        for (int i = 0; i < config.blocks(); i++) {
            String name = name(i);
            new LayerNorm(parameters, name + "norm", d);
            parameters.as(
                    Role.SCORES,
                    () -> new Linear(parameters, name + "attention_query_key", d, 2L * d, true, start(config)));
            for (PositionKind kind : config.position().tables()) {
                parameters.as(
                        Role.SCORES,
                        () -> parameters.dense(
                                table(name, kind),
                                Initializer.constant(threshold(config, kind)),
                                rows(kind, input),
                                config.heads()));
            }
            new Linear(parameters, name + "gate_value", d, 2L * d);
            new LayerNorm(parameters, name + "mixed", d);
            new Linear(parameters, name + "output", d, d);
        }
    }

    private static Initializer start(HstuConfig config) {
        int d = config.width();
        return config.start() == HstuConfig.AttentionStart.RANDOM
                ? Initializer.fanIn(d)
                : (values, from, count, random) -> {
                    Arrays.fill(values, from, from + count, 0);
                    for (int row = 0; row < 2 * d; row++) {
                        values[from + row * d + row % d] = STEEPNESS;
                    }
                };
    }

    private static float threshold(HstuConfig config, PositionKind kind) {
        return config.start() == HstuConfig.AttentionStart.SIMILARITY && kind == PositionKind.INDEX ? THRESHOLD : 0;
    }

    static String name(int block) {
        return "hstu." + block + ".";
    }

    static String table(String name, PositionKind kind) {
        return name + (kind == PositionKind.TIME ? "attention_time" : "attention_place");
    }

    /** Rows of a table: the distance of a position to itself has one, too. */
    static int rows(PositionKind kind, ModelInput input) {
        return PositionIndex.rows(kind, input) + (kind == PositionKind.TIME ? 0 : 1);
    }

    /** Items as rows of the first layer: (H, n, W) -> (H, n, d). */
    Value rows(Value items) {
        return layers.linear("hstu.input", items);
    }

    /** What candidates read of behaviours in each layer, x (H, L, d). */
    List<Behaviours> history(Value x, Places places) {
        List<Behaviours> read = new ArrayList<>();
        Value now = x;
        for (int i = 0; i < config.blocks(); i++) {
            Projected own = projected(i, now);
            read.add(new Behaviours(now, own.keys(), own.values()));
            if (i < config.blocks() - 1) {
                now = after(i, now, own.gate(), among(i, own, places));
            }
        }
        return read;
    }

    /** Candidates (H, C, d) over behaviours. */
    Candidates candidates(Value candidates, List<Behaviours> read, Places places) {
        Value now = candidates;
        Value before = candidates;
        Value weights = null;
        for (int i = 0; i < config.blocks(); i++) {
            Projected own = projected(i, now);
            Value count = g.unsqueeze(g.shift(g.sum(places.mask(), 1), 1), 1); // (H, 1): behaviours and itself
            count = divisor(count);
            weights = weights(own.queries(), read.get(i).keys(), toCandidate(i, places));
            weights = g.multiply(weights, g.unsqueeze(g.unsqueeze(places.mask(), 1), 1));
            weights = g.divide(weights, g.unsqueeze(g.unsqueeze(count, 1), 1)); // (H, h, C, L)
            weights = i == config.blocks() - 1 ? g.attention(weights) : weights;
            Value mixed = g.matmul(weights, heads(read.get(i).values())); // (H, h, C, c)
            Value itself = g.divide(itself(i, own), g.unsqueeze(g.unsqueeze(count, 1), 1)); // (H, h, C, 1)
            mixed = g.add(mixed, g.multiply(itself, heads(own.values())));
            before = now;
            now = after(i, now, own.gate(), mixed);
        }
        return new Candidates(now, before, weights);
    }

    private Projected projected(int block, Value x) {
        Value normed = layers.layerNorm(name(block) + "norm", x);
        Value asked = g.silu(layers.linear(name(block) + "attention_query_key", normed));
        Value given = g.silu(layers.linear(name(block) + "gate_value", normed));
        return new Projected(part(given, 0), part(given, 1), part(asked, 0), part(asked, 1));
    }

    private Value part(Value both, int n) {
        return g.slice(both, 2, (long) n * config.width(), (n + 1L) * config.width());
    }

    /** (H, n, d) -> (H, h, n, c). */
    private Value heads(Value x) {
        return g.permute(g.reshape(x, 0, 0, config.heads(), config.width() / config.heads()), 0, 2, 1, 3);
    }

    private double scale() {
        return 1 / Math.sqrt((double) config.width() / config.heads());
    }

    /** SiLU(QKᵀ/√c + bias): (H, n, d), (H, L, d), a bias that broadcasts or null -> (H, h, n, L). */
    private Value weights(Value queries, Value keys, Value bias) {
        Value products = g.scale(g.matmul(heads(queries), g.permute(heads(keys), 0, 1, 3, 2)), scale());
        return g.silu(bias == null ? products : g.add(products, bias));
    }

    /** The weight of each candidate on itself before the division: (H, h, C, 1). */
    private Value itself(int block, Projected own) {
        Value product = g.scale(g.sum(g.multiply(heads(own.queries()), heads(own.keys())), 3), scale()); // (H, h, C)
        for (PositionKind kind : config.position().tables()) {
            Value none = g.slice(g.weight(table(name(block), kind)), 0, 0, 1); // (1, h)
            product = g.add(product, g.unsqueeze(none, 2));
        }
        return g.unsqueeze(g.silu(product), 3);
    }

    private Value divisor(Value read) {
        return config.divisor() == Divisor.READ
                ? read
                : g.shift(g.scale(read, 0), input.historyLength() + 1.0); // of the same shape
    }

    /** The bias of behaviours for the candidate: (H, h, 1, L). */
    private Value toCandidate(int block, Places places) {
        Value bias = bias(block, g.add(places.back(), g.constant(new long[] {1}, 1)), places.gaps()); // (H, L, h)
        return bias == null ? null : g.unsqueeze(g.permute(bias, 0, 2, 1), 2);
    }

    /** Distances in places and in seconds, I64 (…) -> (…, h), or null. */
    private Value bias(int block, Value distance, Value seconds) {
        Value sum = null;
        for (PositionKind kind : config.position().tables()) {
            int rows = rows(kind, input);
            Value index = kind == PositionKind.TIME ? g.timeBucket(seconds, rows) : g.clip(distance, 0, rows - 1L);
            Value term = g.rows(g.weight(table(name(block), kind)), index);
            sum = sum == null ? term : g.add(sum, term);
        }
        return sum;
    }

    /** What behaviours gather of those before them and themselves: (H, h, L, c). */
    private Value among(int block, Projected own, Places places) {
        Value distance = between(places.back()); // (H, L, L)
        Value seconds = places.gaps() == null ? null : between(places.gaps());
        Value bias = bias(block, distance, seconds); // (H, L, L, h)
        Value before = g.numbers(g.atLeast(distance, g.constant(new long[] {0}, 1)));
        Value readable = g.multiply(g.unsqueeze(places.mask(), 1), before); // (H, L, L)
        Value weights =
                weights(own.queries(), own.keys(), bias == null ? null : g.permute(bias, 0, 3, 1, 2)); // (H, h, L, L)
        Value count = divisor(g.floor(g.sum(readable, 2), 1)); // (H, L)
        Value mixed = g.matmul(g.multiply(weights, g.unsqueeze(readable, 1)), heads(own.values()));
        return g.divide(mixed, g.unsqueeze(g.unsqueeze(count, 1), 3));
    }

    /** How much farther from the candidate a column's behaviour is than its row's: (H, L) -> (H, L, L). */
    private Value between(Value toCandidate) {
        return g.subtract(g.unsqueeze(toCandidate, 1), g.unsqueeze(toCandidate, 2));
    }

    /** x (H, n, d), gate (H, n, d), what is gathered (H, h, n, c) -> (H, n, d). */
    private Value after(int block, Value x, Value gate, Value gathered) {
        Value mixed = g.reshape(g.permute(gathered, 0, 2, 1, 3), 0, 0, config.width());
        Value gated = g.multiply(layers.layerNorm(name(block) + "mixed", mixed), gate);
        return g.add(x, g.dropout(layers.linear(name(block) + "output", gated), config.dropout()));
    }

    /** The raw scores of one candidate (1, d) and rows of the last layer (n, d), without the bias: (n, h). */
    Value scores(Value candidate, Value rows) {
        int last = config.blocks() - 1;
        Value queries = projected(last, g.unsqueeze(candidate, 0)).queries(); // (1, 1, d)
        Value keys = projected(last, g.unsqueeze(rows, 0)).keys(); // (1, n, d)
        Value products = g.matmul(heads(queries), g.permute(heads(keys), 0, 1, 3, 2)); // (1, h, 1, n)
        return g.permute(g.squeeze(g.squeeze(g.scale(products, scale()), 2), 0), 1, 0);
    }
}
