package dev.interestlens.model.sasrec;

import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.graph.CacheRule;
import dev.interestlens.model.graph.ServingFeatures;
import dev.interestlens.model.graph.ServingForm;
import dev.interestlens.model.graph.ServingGraphs;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Layers;
import dev.interestlens.nn.graph.Value;

/** {@link Sasrec} as two graphs: the newest state belongs to the user's graph. N candidates, d width. */
public final class SasrecServing {
    private SasrecServing() {}

    public static ServingForm describe(SasrecConfig config, ModelInput input, ServingGraphs graphs) {
        Graph g = graphs.candidate();
        ModelInput items = new ModelInput(input.schema().itemsAlone(), input.historyLength());
        ServingFeatures features = new ServingFeatures(graphs, items, config.fieldEmbeddingSize() == 0, false);
        int width = config.width(input.schema());
        SasrecEncoder encoder =
                new SasrecEncoder(config, new Layers(graphs.user(), 1e-5), features.user(), features.history(), width);
        Value interest = features.pass("interest", encoder.interest(), String.valueOf(width)); // (1, d)
        Value products = g.squeeze(g.matmul(features.candidate(), g.permute(interest, 1, 0)), 1); // (N)
        return features.form(g.add(products, g.weight("score_shift")), CacheRule.WHOLE);
    }
}
