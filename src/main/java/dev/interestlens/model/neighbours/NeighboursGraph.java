package dev.interestlens.model.neighbours;

import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.graph.CacheRule;
import dev.interestlens.model.graph.FeatureSource;
import dev.interestlens.model.graph.GraphFeatures;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.model.graph.ServingFeatures;
import dev.interestlens.model.graph.ServingForm;
import dev.interestlens.model.graph.ServingGraphs;

/** {@link Neighbours} as one graph and as two: what is left beside the term, which the features add, is the item's own number. */
final class NeighboursGraph {
    private NeighboursGraph() {}

    static GraphModel describe(FeatureSource source) {
        GraphFeatures features = source.features(items(source.input()), true, false);
        return GraphModel.overHistory(
                features, source.graph().squeeze(features.candidate(), 1), features.neighbourTerms());
    }

    static ServingForm serve(ModelInput input, ServingGraphs graphs) {
        ServingFeatures features = new ServingFeatures(graphs, items(input), true, false);
        return features.form(graphs.candidate().squeeze(features.candidate(), 1), CacheRule.ROWS);
    }

    private static ModelInput items(ModelInput input) {
        return new ModelInput(
                input.schema().itemsAlone(), input.historyLength(), input.reading(), input.neighbours(), input.trend());
    }
}
