package dev.interestlens.model.sasrec;

import dev.interestlens.model.Described;
import dev.interestlens.model.GraphFeatures;
import dev.interestlens.model.ModelInput;
import dev.interestlens.nn.Activation;
import dev.interestlens.nn.EncoderBlock.NormPlace;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Layers;
import dev.interestlens.nn.graph.Layers.Encoded;
import dev.interestlens.nn.graph.Value;

/** {@link Sasrec} as a graph. B samples, L behaviours, d width. */
public final class SasrecGraph {
    private final SasrecConfig config;
    private final Graph g;
    private final Layers layers;
    private final GraphFeatures features;
    private final int width;

    private SasrecGraph(SasrecConfig config, ModelInput input, Graph g) {
        this.config = config;
        this.g = g;
        layers = new Layers(g, 1e-5);
        ModelInput items = new ModelInput(Sasrec.itemsOnly(input.schema()), input.historyLength());
        features = new GraphFeatures(g, items, config.fieldEmbeddingSize() == 0, false);
        width = config.width(input.schema());
    }

    public static Described describe(SasrecConfig config, ModelInput input, Graph g) {
        return new SasrecGraph(config, input, g).describe();
    }

    private Described describe() {
        Value mask = features.mask(); // (B, L)
        Value places = g.rows(g.weight("position_embedding.weight"), features.steps()); // (L, d)
        Value x = g.add(g.scale(features.history(), Math.sqrt(width)), places); // (B, L, d)
        Encoded encoded = encode(x, g.multiply(g.unsqueeze(mask, 1), triangle()));
        Value newest = newest(mask); // (B, L)
        Value read = layers.weightedSum(newest, encoded.output()); // (B, d)
        Value alone = encode(g.unsqueeze(g.weight("start"), 0), g.constant(new float[] {1}, 1, 1))
                .output(); // (1, 1, d)
        Value empty = g.complement(g.unsqueeze(g.sum(newest, 1), 1)); // (B, 1), 1 without a history
        Value interest = g.add(read, g.multiply(empty, g.squeeze(alone, 1))); // (B, d)
        Value products = g.sum(g.multiply(interest, features.candidate()), 1); // (B)
        Value heads = g.scale(g.sum(encoded.attention(), 1), 1.0 / config.heads()); // (B, L, L)
        Value attention = layers.weightedSum(newest, heads); // (B, L)
        return Described.overHistory(features, g.add(products, g.weight("score_shift")), attention);
    }

    private Encoded encode(Value sequence, Value mask) {
        Encoded encoded = new Encoded(sequence, null);
        for (int i = 0; i < config.blocks(); i++) {
            encoded = layers.encoderBlock(
                    "encoder.layers." + i,
                    encoded.output(),
                    mask,
                    width,
                    config.heads(),
                    Activation.Kind.GELU,
                    NormPlace.PRE,
                    Layers.Positions.ALL);
        }
        return new Encoded(layers.layerNorm("encoder.norm", encoded.output()), encoded.attention());
    }

    /** (L, L): 1 where the column's position is not behind the row's. */
    private Value triangle() {
        Value place = features.steps(); // (L)
        return g.numbers(g.atLeast(g.unsqueeze(place, 1), g.unsqueeze(place, 0)));
    }

    /** 1 at the newest behaviour, else 0: (B, L). */
    private Value newest(Value mask) {
        return g.multiply(mask, g.complement(g.numbers(g.clip(features.back(0), 0, 1))));
    }
}
