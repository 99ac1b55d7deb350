package dev.interestlens.model.din;

import dev.interestlens.model.Described;
import dev.interestlens.model.GraphFeatures;
import dev.interestlens.model.HeadGraph;
import dev.interestlens.model.ModelInput;
import dev.interestlens.model.Padding;
import dev.interestlens.model.PositionIndex;
import dev.interestlens.model.PositionKind;
import dev.interestlens.model.din.DinConfig.Normalisation;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Layers;
import dev.interestlens.nn.graph.Value;

/** {@link Din} as a graph. B samples, L behaviours, W width of an item. */
public final class DinGraph {
    private DinGraph() {}

    public static Described describe(DinConfig config, ModelInput input, Graph g) {
        GraphFeatures features = new GraphFeatures(g, input, false, config.padding() == Padding.LITERAL);
        Layers layers = new Layers(g, config.diceEpsilon());
        int width = features.itemWidth(config.embeddingSize(), config.fieldEmbeddingSize());
        Value scores = layers.unit(
                "attention_net.net",
                features.candidate(),
                features.history(),
                width,
                config.unit().inputs(),
                config.unit().hidden().size(),
                config.unit().activation(),
                places(config, input, features)); // (B, L)
        Value weights = weights(config, g, layers, scores, features.mask(), width);
        Value interest = layers.weightedSum(weights, features.history()); // (B, W)
        Value logits = new HeadGraph(features, layers, config.head(), "prediction_net", true).logits(interest, false);
        return Described.overHistory(features, logits, weights);
    }

    private static Value places(DinConfig config, ModelInput input, GraphFeatures features) {
        if (config.position() == PositionKind.NONE) {
            return null;
        }
        int rows = PositionIndex.rows(config.position(), input.historyLength());
        Value index = config.position() == PositionKind.TIME
                ? features.timeBuckets(rows)
                : features.graph().clip(features.back(0), 0, rows - 1L); // (B, L)
        return features.graph().rows(features.graph().weight("attention_net.position.weight"), index);
    }

    private static Value weights(DinConfig config, Graph g, Layers layers, Value scores, Value mask, int width) {
        if (config.normalisation() == Normalisation.NONE) {
            return g.multiply(scores, mask);
        }
        Value scaled =
                config.normalisation() == Normalisation.SOFTMAX_SCALED ? g.scale(scores, 1 / Math.sqrt(width)) : scores;
        return config.padding() == Padding.LITERAL
                ? layers.literalSoftmax(scaled, mask)
                : layers.maskedSoftmax(scaled, mask);
    }
}
