package dev.interestlens.model.bst;

import dev.interestlens.model.Described;
import dev.interestlens.model.Described.Attention;
import dev.interestlens.model.GraphFeatures;
import dev.interestlens.model.HeadGraph;
import dev.interestlens.model.ModelInput;
import dev.interestlens.model.bst.BstConfig.CandidatePlace;
import dev.interestlens.model.bst.BstConfig.ItemFields;
import dev.interestlens.model.bst.BstConfig.ReadOut;
import dev.interestlens.model.bst.PositionConfig.PositionUse;
import dev.interestlens.model.bst.PositionConfig.SequencePosition;
import dev.interestlens.nn.EncoderBlock.NormPlace;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Layers;
import dev.interestlens.nn.graph.Layers.Encoded;
import dev.interestlens.nn.graph.Layers.Positions;
import dev.interestlens.nn.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** {@link Bst} as a graph. B samples, L behaviours, T positions of a sequence, W width of an item, d of the encoder. */
public final class BstGraph {
    private static final String LAYER = "transformer_encoder.layers.";

    private final BstConfig config;
    private final Graph g;
    private final Layers layers;
    private final GraphFeatures features;
    private final int longest;
    private final int item;
    private final int width;
    private final boolean inside;

    private BstGraph(BstConfig config, ModelInput input, Graph g) {
        this.config = config;
        this.g = g;
        layers = new Layers(g, 1e-5);
        features = new GraphFeatures(g, input, config.itemFields() == ItemFields.ITEM_ONLY, false);
        longest = input.historyLength();
        item = features.itemWidth(config.embeddingSize(), config.fieldEmbeddingSize());
        int in = config.position().inputWidth(item);
        width = config.encoder().width() == 0 ? in : config.encoder().width();
        inside = config.candidate() == CandidatePlace.INSIDE;
    }

    public static Described describe(BstConfig config, ModelInput input, Graph g) {
        return new BstGraph(config, input, g).describe();
    }

    private Described describe() {
        Value x = placed(features.history(), historyPlaces()); // (B, L, d)
        Value mask = inside ? withCandidate(features.mask()) : features.mask(); // (B, T)
        if (inside) {
            Value candidate = placed(g.unsqueeze(features.candidate(), 1), candidatePlaces()); // (B, 1, d)
            x = g.concat(1, x, candidate); // (B, T, d)
        }
        List<Attention> attention = new ArrayList<>();
        for (int i = 0; i < config.encoder().blocks(); i++) {
            int block = i;
            Value sequence = x;
            boolean one = config.readOut() == ReadOut.CANDIDATE
                    && i == config.encoder().blocks() - 1;
            Encoded encoded = encode(i, sequence, mask, one ? Positions.LAST : Positions.ALL);
            x = encoded.output();
            attention.add(attention(i, mask, () -> one ? attention(block, sequence, mask) : encoded.attention()));
        }
        x = config.encoder().norm() == NormPlace.PRE ? layers.layerNorm("transformer_encoder.norm", x) : x;
        Value logits = new HeadGraph(features, layers, config.head(), "prediction_head", config.candidateInHead())
                .logits(readOut(x, mask), readWidth() != item);
        return Described.of(features, logits, attention);
    }

    /** The candidate can always be read: (B, L) -> (B, T). */
    private Value withCandidate(Value mask) {
        return g.concat(1, mask, g.shift(g.zeros(mask, 1), 1));
    }

    private Encoded encode(int block, Value x, Value mask, Positions computed) {
        return layers.encoderBlock(
                LAYER + block,
                x,
                mask,
                width,
                config.encoder().heads(),
                config.encoder().activation().kind(),
                config.encoder().norm(),
                computed);
    }

    /** Of every position, also where one alone goes on. */
    private Value attention(int block, Value x, Value mask) {
        return layers.encoderAttention(
                LAYER + block,
                x,
                mask,
                width,
                config.encoder().heads(),
                config.encoder().norm());
    }

    private Attention attention(int block, Value mask, Supplier<Value> weights) {
        Supplier<Value> readable =
                () -> g.multiply(weights.get(), g.unsqueeze(g.unsqueeze(mask, 1), 3)); // (B, h, T, T) (B, 1, T, 1)
        String heads = String.valueOf(config.encoder().heads());
        return new Attention("attention_" + block, readable, List.of(GraphFeatures.BATCH, heads, "query", "key"));
    }

    private int readWidth() {
        return config.readOut() == BstConfig.ReadOut.CONCAT ? (longest + (inside ? 1 : 0)) * width : width;
    }

    /** Items (B, ·, W) with their places (B, ·, p) or null, in the encoder's width. */
    private Value placed(Value items, Value places) {
        Value x = items;
        if (places != null) {
            x = config.position().use() == PositionUse.ADDED ? g.add(items, places) : g.concat(2, items, places);
        }
        return config.encoder().width() == 0 ? x : layers.linear("input_projection", x);
    }

    private Value historyPlaces() {
        int first = inside ? 1 : 0;
        return switch (config.position().kind()) {
            case NONE -> null;
            case TIME -> places(features.timeBuckets(config.position().timeBuckets()));
            case INDEX_FROM_OLDEST ->
                places(g.add(g.multiply(features.ids(), g.constant(new long[] {0})), features.steps()));
            case INDEX, SINUSOID -> places(g.clip(features.back(first), 0, longest));
        };
    }

    private Value candidatePlaces() {
        if (config.position().kind() == SequencePosition.NONE) {
            return null;
        }
        long place = config.position().kind() == SequencePosition.INDEX_FROM_OLDEST ? longest : 0;
        Value none = g.multiply(g.unsqueeze(features.candidateIds(), 1), g.constant(new long[] {0})); // (B, 1)
        return places(g.add(none, g.constant(new long[] {place})));
    }

    private Value places(Value index) {
        Value table = config.position().kind() == SequencePosition.SINUSOID
                ? g.constant(Sequences.sinusoids(longest + 1, placeWidth()), longest + 1L, placeWidth())
                : g.weight("position_embedding.weight");
        return g.rows(table, index);
    }

    private int placeWidth() {
        return config.position().width(item);
    }

    private Value readOut(Value x, Value mask) {
        if (config.readOut() == ReadOut.CANDIDATE) {
            return g.squeeze(x, 1); // (B, 1, d) -> (B, d)
        }
        Value readable = g.multiply(x, g.unsqueeze(mask, 2)); // (B, T, d)
        return switch (config.readOut()) {
            case SUM -> g.sum(readable, 1);
            case MEAN -> g.divide(g.sum(readable, 1), g.unsqueeze(g.floor(g.sum(mask, 1), 1), 1));
            default -> concat(readable);
        };
    }

    /** Zeros stand between the history and the candidate up to the longest sequence. */
    private Value concat(Value readable) {
        if (!inside) {
            return g.reshape(g.pad(readable, longest), 0, (long) longest * width);
        }
        Value history = g.pad(g.butLast(readable, 1), longest);
        Value all = g.concat(1, history, g.last(readable, 1)); // (B, longest + 1, d)
        return g.reshape(all, 0, (longest + 1L) * width);
    }
}
