package dev.interestlens.model.pool;

import dev.interestlens.model.HistoryMean;
import dev.interestlens.model.graph.FeatureSource;
import dev.interestlens.model.graph.GraphFeatures;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.model.graph.HeadGraph;
import dev.interestlens.model.pool.PoolConfig.Pooling;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Layers;
import dev.interestlens.nn.graph.Value;
import java.util.List;

/** {@link Pool} as a graph. B samples, L behaviours. */
public final class PoolGraph {
    private PoolGraph() {}

    public static GraphModel describe(PoolConfig config, FeatureSource source) {
        Graph g = source.graph();
        GraphFeatures features = source.features(false, false);
        Layers layers = new Layers(g, 1e-5);
        Value weights = null;
        Value interest = null;
        if (config.pooling() != Pooling.NONE) {
            weights = config.pooling() == Pooling.SUM
                    ? features.mask()
                    : HistoryMean.weights(g, features.mask()); // (B, L)
            interest = layers.weightedSum(weights, features.history()); // (B, W)
        }
        Value logits = new HeadGraph(features, layers, config.head(), "prediction_net", true).logits(interest, false);
        return weights == null
                ? GraphModel.of(features, logits, List.of())
                : GraphModel.overHistory(features, logits, weights);
    }
}
