package dev.interestlens.model.pool;

import dev.interestlens.model.HistoryMean;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.graph.CacheRule;
import dev.interestlens.model.graph.ServingFeatures;
import dev.interestlens.model.graph.ServingForm;
import dev.interestlens.model.graph.ServingGraphs;
import dev.interestlens.model.graph.ServingHead;
import dev.interestlens.model.pool.PoolConfig.Pooling;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Layers;
import dev.interestlens.nn.graph.Value;

/** {@link Pool} as two graphs: behaviours belong to the user's graph, so that a new one can be appended. L behaviours, W width of an item. */
public final class PoolServing {
    private PoolServing() {}

    public static ServingForm describe(PoolConfig config, ModelInput input, ServingGraphs graphs) {
        Graph g = graphs.candidate();
        ServingFeatures features = new ServingFeatures(graphs, input, false, false);
        Layers ofUser = new Layers(graphs.user(), 1e-5);
        Layers layers = new Layers(g, 1e-5);
        int width = features.itemWidth(config.sizes());
        Value mask = features.kept().mask(); // (1, L)
        Value interest = null;
        if (config.pooling() != Pooling.NONE) {
            Value keys = features.pass("behaviours", features.history(), ServingFeatures.LENGTH, String.valueOf(width));
            Value weights = config.pooling() == Pooling.SUM ? mask : HistoryMean.weights(g, mask);
            interest = layers.weightedSum(weights, keys); // (1, W)
        }
        ServingHead head = new ServingHead(features, ofUser, layers, "prediction_net", config.head(), config.sizes());
        int read = config.pooling() == Pooling.NONE ? 0 : width;
        return features.form(head.logits(g, interest, interest != null, read, width, false), CacheRule.ROWS);
    }
}
