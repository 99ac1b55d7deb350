package dev.interestlens.model.bst;

import dev.interestlens.model.bst.BstConfig.CandidatePlace;
import dev.interestlens.model.bst.BstConfig.ReadOut;
import dev.interestlens.model.bst.PositionConfig.PositionUse;
import dev.interestlens.model.bst.PositionConfig.SequencePosition;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.graph.GraphFeatures;
import dev.interestlens.model.graph.GraphHistory;
import dev.interestlens.model.graph.GraphModel.Attention;
import dev.interestlens.nn.TraceNames;
import dev.interestlens.nn.graph.EncoderBlockGraph;
import dev.interestlens.nn.graph.EncoderBlockGraph.Encoded;
import dev.interestlens.nn.graph.EncoderBlockGraph.Positions;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Layers;
import dev.interestlens.nn.graph.Value;
import dev.interestlens.nn.layer.EncoderBlock.NormPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The encoder of {@link Bst} as part of a graph. B samples, L behaviours, T positions of a sequence, W width of an item, p of a position, d of the
 * encoder.
 */
final class BstEncoder {
    static final String HEAD = "prediction_head";
    static final String LAYER = "transformer_encoder.layers.";
    private static final String PROJECTION = "input_projection";

    private final BstConfig config;
    private final Graph g;
    private final Layers layers;
    private final int longest;
    private final int item;
    private final int width;
    private final boolean inside;
    private final List<Attention> attention = new ArrayList<>();

    BstEncoder(BstConfig config, ModelInput input, Graph g, Layers layers, int item) {
        this.config = config;
        this.g = g;
        this.layers = layers;
        this.item = item;
        longest = input.historyLength();
        int in = config.position().inputWidth(item);
        width = config.encoder().width() == 0 ? in : config.encoder().width();
        inside = config.candidate() == CandidatePlace.INSIDE;
    }

    /** d. */
    int width() {
        return width;
    }

    /** How many numbers the head reads of a sequence. */
    int readWidth() {
        return config.readOut() == ReadOut.CONCAT ? (longest + (inside ? 1 : 0)) * width : width;
    }

    /** Behaviours with their positions: (B, L, W) -> (B, L, d). */
    Value behaviours(Value items, GraphHistory places) {
        return placed(itemsAlone(items), places);
    }

    /** Adds the positions' part: (·, L, d) -> (·, L, d). */
    Value placed(Value items, GraphHistory places) {
        Value x = items;
        for (Place place : places()) {
            x = g.add(x, place.rows(places));
        }
        return x;
    }

    /** The item's part of the encoder's input, with the bias: (B, ·, W) -> (B, ·, d). */
    Value itemsAlone(Value items) {
        boolean beside = beside();
        if (config.encoder().width() == 0) {
            int place = config.position().inputWidth(item) - item;
            return beside ? g.concat(2, items, g.repeat(g.zeros(items, place), items)) : items;
        }
        Value part = layers.part(PROJECTION, items, 0, item);
        return g.add(part, g.weight(PROJECTION + ".bias"));
    }

    /** The part that the positions of a kind have in the encoder's input, by a table (rows, d). */
    final class Place {
        private final SequencePosition part;
        private final Value table;

        private Place(SequencePosition part, Value table) {
            this.part = part;
            this.table = table;
        }

        /** As what the table becomes by a projection. */
        Place projected(UnaryOperator<Value> projection) {
            return new Place(part, projection.apply(table));
        }

        /** The row of each behaviour: (1 or B, L, ·). */
        Value rows(GraphHistory history) {
            Value index =
                    switch (part) {
                        case TIME -> history.timeBuckets(config.position().timeBuckets());
                        case INDEX_FROM_OLDEST -> history.steps(last());
                        default -> g.clip(history.back(inside ? 1 : 0), 0, last());
                    };
            return g.rows(table, index);
        }

        /** The row of a candidate: (1, ·). */
        private Value ofCandidate() {
            long row = part == SequencePosition.INDEX_FROM_OLDEST ? last() : 0;
            return g.slice(table, 0, row, row + 1);
        }

        /** The last position: the longest history, limited by the table. */
        private long last() {
            return part.isIndex() ? Math.min(longest, config.position().rows() - 1) : longest;
        }
    }

    /** The positions of each kind. */
    List<Place> places() {
        return config.position().kind().parts().stream()
                .map(part -> new Place(part, table(part)))
                .toList();
    }

    private Value table(SequencePosition part) {
        int p = config.position().width(item);
        Value table = part == SequencePosition.SINUSOID
                ? g.constant(Sequences.sinusoids(longest + 1, p), longest + 1L, p)
                : g.weight(config.position().table(part)); // (rows, p)
        if (config.encoder().width() == 0) {
            return beside() ? g.concat(1, g.zeros(table, item), table) : table;
        }
        return layers.part(PROJECTION, table, beside() ? item : 0, (long) item + (beside() ? p : 0));
    }

    private boolean beside() {
        return config.position().kind() != SequencePosition.NONE
                && config.position().use() == PositionUse.CONCATENATED;
    }

    /** Candidates at their position: (B, W) -> (B, 1, d). */
    Value candidates(Value items) {
        Value x = itemsAlone(g.unsqueeze(items, 1));
        for (Place place : places()) {
            x = g.add(x, place.ofCandidate()); // (B, 1, d) (1, d)
        }
        return x;
    }

    /** The layers and the last norm: x (B, T, d), mask (B, T) -> (B, T, d), or (B, 1, d) where only one position is read out. */
    Value encode(Value sequence, Value mask) {
        Value x = sequence;
        for (int i = 0; i < config.encoder().blocks(); i++) {
            int number = i;
            Value before = x;
            boolean one = config.readOut() == ReadOut.CANDIDATE
                    && i == config.encoder().blocks() - 1;
            Encoded encoded = block(i).encode(x, mask, one ? Positions.LAST : Positions.ALL);
            x = encoded.output();
            attention.add(attention(
                    i,
                    mask,
                    () -> encoded.attention() == null || one
                            ? block(number).attention(before, mask)
                            : encoded.attention()));
        }
        return lastNorm(x);
    }

    /** The norm behind all layers, where there is one. */
    Value lastNorm(Value x) {
        return config.encoder().norm() == NormPlace.PRE ? layers.layerNorm("transformer_encoder.norm", x) : x;
    }

    /** The attention of all layers. */
    List<Attention> attention() {
        return attention;
    }

    /** One of its blocks. */
    EncoderBlockGraph block(int number) {
        return new EncoderBlockGraph(
                layers,
                LAYER + number,
                width,
                config.encoder().heads(),
                config.encoder().activation().kind(),
                config.encoder().norm(),
                config.window());
    }

    private Attention attention(int block, Value mask, Supplier<Value> weights) {
        Supplier<Value> readable =
                () -> g.multiply(weights.get(), g.unsqueeze(g.unsqueeze(mask, 1), 3)); // (B, h, T, T) (B, 1, T, 1)
        String heads = String.valueOf(config.encoder().heads());
        return new Attention(
                TraceNames.attention(block), readable, List.of(GraphFeatures.BATCH, heads, "query", "key"));
    }

    /** The candidate can always be read: (B, L) -> (B, T). */
    Value withCandidate(Value mask) {
        return g.concat(1, mask, g.shift(g.zeros(mask, 1), 1));
    }

    /** What {@link #encode} gave -> (B, ·). */
    Value readOut(Value x, Value mask) {
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

    /** Zeros between the history and the candidate, up to the longest sequence. */
    private Value concat(Value readable) {
        if (!inside) {
            return g.reshape(g.pad(readable, longest), 0, (long) longest * width);
        }
        Value history = g.pad(g.butLast(readable, 1), longest);
        Value all = g.concat(1, history, g.last(readable, 1)); // (B, longest + 1, d)
        return g.reshape(all, 0, (longest + 1L) * width);
    }
}
