package dev.interestlens.model.sasrec;

import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.graph.FeatureSource;
import dev.interestlens.model.graph.GraphFeatures;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Layers;
import dev.interestlens.nn.graph.Value;

/** {@link Sasrec} as a graph. B samples, L behaviours, d width. */
public final class SasrecGraph {
    private SasrecGraph() {}

    public static GraphModel describe(SasrecConfig config, FeatureSource source) {
        Graph g = source.graph();
        ModelInput input = source.input();
        ModelInput items = new ModelInput(input.schema().itemsAlone(), input.historyLength());
        GraphFeatures features = source.features(items, config.fieldEmbeddingSize() == 0, false);
        int width = config.width(input.schema());
        SasrecEncoder encoder =
                new SasrecEncoder(config, new Layers(g, 1e-5), features.places(), features.history(), width);
        Value products = g.sum(g.multiply(encoder.interest(), features.candidate()), 1); // (B, d) (B, d) -> (B)
        Value logits = g.add(products, g.weight("score_shift"));
        return GraphModel.overHistory(features, logits, encoder.attention());
    }
}
