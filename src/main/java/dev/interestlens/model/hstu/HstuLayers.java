package dev.interestlens.model.hstu;

import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.PositionKind;
import dev.interestlens.model.described.Description;
import dev.interestlens.model.described.PlaceBias;
import dev.interestlens.model.described.Ranker;
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
final class HstuLayers implements Description {
    private static final String INPUT = "hstu.input";

    /** How queries and keys begin, in multiples of the row. */
    private static final float STEEPNESS = 1.5f;

    /** Where the bias of places begins then: rows that are unlike have scores above 0, too, since SiLU of a row is, and shall weigh little at first. */
    private static final float THRESHOLD = -2;

    private final HstuConfig config;
    private final ModelInput input;
    private final Graph g;
    private final Layers layers;
    private final PlaceBias bias;

    private HstuLayers(HstuConfig config, ModelInput input, Layers layers) {
        this.config = config;
        this.input = input;
        this.layers = layers;
        g = layers.graph();
        bias = new PlaceBias(g, config.position(), input);
    }

    /** The layers of a configuration. */
    static Ranker of(HstuConfig config, ModelInput input) {
        return new Ranker(
                config.sizes(),
                config.width(),
                config.width(),
                config.heads(),
                config.blocks(),
                config.position(),
                config.embeddingDropout(),
                config.head(),
                true,
                config.nextItem(),
                HstuLayers::name,
                (parameters, itemWidth) -> register(config, input, parameters, itemWidth),
                layers -> new HstuLayers(config, input, layers));
    }

    /** Of rows (H, n, d), in a layer: (H, n, d) each. */
    private record Projected(Value gate, Value values, Value queries, Value keys) {}

    /** Registers what they learn. */
    private static void register(HstuConfig config, ModelInput input, Parameters parameters, int itemWidth) {
        int d = config.width();
        new Linear(
                parameters,
                INPUT,
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
            float first = config.start() == HstuConfig.AttentionStart.SIMILARITY ? THRESHOLD : 0;
            PlaceBias.register(parameters, name, config.position(), input, config.heads(), first);
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

    static String name(int block) {
        return "hstu." + block + ".";
    }

    @Override
    public Value rows(Value items) {
        return layers.linear(INPUT, items);
    }

    @Override
    public List<Behaviours> history(Value x, Places places) {
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

    @Override
    public Value states(List<Behaviours> read, Places places) {
        int last = config.blocks() - 1;
        Value x = read.get(last).rows();
        Projected own = projected(last, x);
        return after(last, x, own.gate(), among(last, own, places));
    }

    @Override
    public Candidates candidates(Asked asked, List<Behaviours> read, Places places) {
        Value now = rows(asked.items());
        Value before = now;
        Value weights = null;
        for (int i = 0; i < config.blocks(); i++) {
            Projected own = projected(i, now);
            Value count = g.unsqueeze(g.shift(g.sum(places.mask(), 1), 1), 1); // (H, 1): behaviours and itself
            count = divisor(count);
            weights = weights(own.queries(), read.get(i).keys(), bias.toCandidate(name(i), places));
            weights = g.multiply(weights, g.unsqueeze(g.unsqueeze(places.mask(), 1), 1));
            weights = g.divide(weights, g.unsqueeze(g.unsqueeze(count, 1), 1)); // (H, h, C, L)
            weights = i == config.blocks() - 1 ? g.attention(weights) : weights;
            Value mixed = g.matmul(weights, heads(read.get(i).values())); // (H, h, C, c)
            Value itself = g.divide(itself(i, own), g.unsqueeze(g.unsqueeze(count, 1), 1)); // (H, h, C, 1)
            mixed = g.add(mixed, g.multiply(itself, heads(own.values())));
            before = now;
            now = after(i, now, own.gate(), mixed);
        }
        Value last = weights;
        return new Candidates(now, before, () -> last, List.of());
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
            Value none = g.slice(g.weight(PlaceBias.table(name(block), kind)), 0, 0, 1); // (1, h)
            product = g.add(product, g.unsqueeze(none, 2));
        }
        return g.unsqueeze(g.silu(product), 3);
    }

    private Value divisor(Value read) {
        return config.divisor() == Divisor.READ
                ? read
                : g.shift(g.scale(read, 0), input.historyLength() + 1.0); // of the same shape
    }

    /** What behaviours gather of those before them and themselves: (H, h, L, c). */
    private Value among(int block, Projected own, Places places) {
        Value readable = bias.readable(places); // (H, L, L)
        Value weights = weights(own.queries(), own.keys(), bias.among(name(block), places)); // (H, h, L, L)
        Value count = divisor(g.floor(g.sum(readable, 2), 1)); // (H, L)
        Value mixed = g.matmul(g.multiply(weights, g.unsqueeze(readable, 1)), heads(own.values()));
        return g.divide(mixed, g.unsqueeze(g.unsqueeze(count, 1), 3));
    }

    /** x (H, n, d), gate (H, n, d), what is gathered (H, h, n, c) -> (H, n, d). */
    private Value after(int block, Value x, Value gate, Value gathered) {
        Value mixed = g.reshape(g.permute(gathered, 0, 2, 1, 3), 0, 0, config.width());
        Value gated = g.multiply(layers.layerNorm(name(block) + "mixed", mixed), gate);
        return g.add(x, g.dropout(layers.linear(name(block) + "output", gated), config.dropout()));
    }

    @Override
    public Value scores(Value asking, Value rows) {
        int last = config.blocks() - 1;
        Value queries = projected(last, asking).queries(); // (1, 1, d)
        Value keys = projected(last, rows).keys(); // (1, n, d)
        Value products = g.matmul(heads(queries), g.permute(heads(keys), 0, 1, 3, 2)); // (1, h, 1, n)
        return g.permute(g.squeeze(g.squeeze(g.scale(products, scale()), 2), 0), 1, 0);
    }
}
