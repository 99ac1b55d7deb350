package dev.interestlens.model.din;

import dev.interestlens.model.config.Padding;
import dev.interestlens.model.config.UnitConfig;
import dev.interestlens.model.din.DinConfig.Normalisation;
import dev.interestlens.model.graph.FeatureSource;
import dev.interestlens.model.graph.GraphFeatures;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.model.graph.HeadGraph;
import dev.interestlens.nn.graph.ActivationUnitGraph;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Layers;
import dev.interestlens.nn.graph.Value;

/** {@link Din} as a graph. B samples, L behaviours, W width of an item. */
public final class DinGraph {
    static final String HEAD = "prediction_net";

    private DinGraph() {}

    public static GraphModel describe(DinConfig config, FeatureSource source) {
        Graph g = source.graph();
        GraphFeatures features = source.features(false, config.padding() == Padding.LITERAL);
        Layers layers = new Layers(g, config.diceEpsilon());
        int width = features.itemWidth(config.sizes());
        Value places = config.attention().positions(source.input(), features.places());
        Value scores = unit(config, layers, width)
                .scores(features.candidate(), features.history(), places); // (B, L) or (B, H, L)
        Value weights = weights(config, g, layers, scores, features.mask(), width);
        int heads = config.attentions();
        Value interest = heads == 1
                ? layers.weightedSum(weights, features.history())
                : layers.weightedSums(weights, features.history(), heads * width); // (B, H·W)
        Value logits = new HeadGraph(features, layers, config.head(), HEAD, true).logits(interest, heads > 1);
        return GraphModel.overHistory(features, logits, weights, heads);
    }

    static ActivationUnitGraph unit(DinConfig config, Layers layers, int width) {
        UnitConfig unit = config.attention().unit();
        return new ActivationUnitGraph(
                layers,
                "attention_net.net",
                width,
                unit.inputs(),
                unit.hidden().size(),
                config.attentions(),
                unit.activation());
    }

    /** Scores (B, L), or (B, H, L) of several interests, and a mask (B or 1, L) -> as the scores. */
    static Value weights(DinConfig config, Graph g, Layers layers, Value scores, Value positions, int width) {
        Value mask = config.attentions() == 1 ? positions : g.unsqueeze(positions, 1);
        Normalisation normalisation = config.attention().normalisation();
        if (normalisation == Normalisation.NONE) {
            return g.multiply(scores, mask);
        }
        Value scaled = normalisation == Normalisation.SOFTMAX_SCALED ? g.scale(scores, 1 / Math.sqrt(width)) : scores;
        return config.padding() == Padding.LITERAL
                ? layers.literalSoftmax(scaled, mask)
                : layers.maskedSoftmax(scaled, mask);
    }
}
