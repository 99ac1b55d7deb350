package dev.interestlens.model.sasrec;

import dev.interestlens.model.graph.GraphHistory;
import dev.interestlens.nn.graph.EncoderBlockGraph;
import dev.interestlens.nn.graph.EncoderBlockGraph.Encoded;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Layers;
import dev.interestlens.nn.graph.Value;
import dev.interestlens.nn.layer.Activation;
import dev.interestlens.nn.layer.EncoderBlock.NormPlace;

/** The encoder of {@link Sasrec} as part of a graph. B samples, L behaviours, d width. */
final class SasrecEncoder {
    private final SasrecConfig config;
    private final Graph g;
    private final Layers layers;
    private final GraphHistory places;
    private final int width;
    private final Encoded encoded;

    /** @param history (B, L, d) */
    SasrecEncoder(SasrecConfig config, Layers layers, GraphHistory places, Value history, int width) {
        this.config = config;
        this.layers = layers;
        this.places = places;
        this.width = width;
        g = places.graph();
        Value place = g.rows(g.weight("position_embedding.weight"), places.steps()); // (L, d)
        Value x = g.add(g.scale(history, Math.sqrt(width)), place); // (B, L, d)
        encoded = encode(x, g.multiply(g.unsqueeze(places.mask(), 1), triangle()));
    }

    /** The newest state, or that of an empty history: (B, d). */
    Value interest() {
        Value newest = newest();
        Value read = layers.weightedSum(newest, encoded.output()); // (B, d)
        Value alone = encode(g.unsqueeze(g.weight("start"), 0), g.constant(new float[] {1}, 1, 1))
                .output(); // (1, 1, d)
        Value empty = g.complement(g.unsqueeze(g.sum(newest, 1), 1)); // (B, 1), 1 without a history
        return g.add(read, g.multiply(empty, g.squeeze(alone, 1)));
    }

    /** What the newest behaviour attends to, the mean of the heads: (B, L). */
    Value attention() {
        Value heads = g.scale(g.sum(encoded.attention(), 1), 1.0 / config.heads()); // (B, L, L)
        return layers.weightedSum(newest(), heads);
    }

    private Encoded encode(Value sequence, Value mask) {
        Encoded now = new Encoded(sequence, null);
        for (int i = 0; i < config.blocks(); i++) {
            EncoderBlockGraph block = new EncoderBlockGraph(
                    layers, "encoder.layers." + i, width, config.heads(), Activation.Kind.GELU, NormPlace.PRE);
            now = block.encode(now.output(), mask, EncoderBlockGraph.Positions.ALL);
        }
        return new Encoded(layers.layerNorm("encoder.norm", now.output()), now.attention());
    }

    /** (L, L): 1 where the column's position is not after the row's. */
    private Value triangle() {
        Value place = places.steps(); // (L)
        return g.numbers(g.atLeast(g.unsqueeze(place, 1), g.unsqueeze(place, 0)));
    }

    /** 1 at the newest behaviour that can be read, else 0: (B, L). */
    private Value newest() {
        Value later = g.matmul(places.mask(), g.permute(g.complement(triangle()), 1, 0)); // how many follow each
        return g.multiply(places.mask(), g.complement(g.numbers(g.clip(g.wholes(later), 0, 1))));
    }
}
