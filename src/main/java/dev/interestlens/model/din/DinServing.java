package dev.interestlens.model.din;

import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Padding;
import dev.interestlens.model.graph.CacheRule;
import dev.interestlens.model.graph.GraphHistory;
import dev.interestlens.model.graph.ServingFeatures;
import dev.interestlens.model.graph.ServingForm;
import dev.interestlens.model.graph.ServingGraphs;
import dev.interestlens.model.graph.ServingHead;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Layers;
import dev.interestlens.nn.graph.Value;

/**
 * {@link Din} as two graphs: behaviours and their part of the activation unit belong to the user's graph; positions are counted from the request. N
 * candidates, L behaviours, W width of an item.
 */
public final class DinServing {
    /** Measured with histories of 50 and 200: with 1,000 at once each costs 1.6 times as much at 200, with 100 not less. */
    private static final int CANDIDATES_AT_ONCE = 256;

    private DinServing() {}

    public static ServingForm describe(DinConfig config, ModelInput input, ServingGraphs graphs) {
        Graph g = graphs.candidate();
        ServingFeatures features = new ServingFeatures(graphs, input, false, config.padding() == Padding.LITERAL);
        Layers ofUser = new Layers(graphs.user(), config.diceEpsilon());
        Layers layers = new Layers(g, config.diceEpsilon());
        int width = features.itemWidth(config.sizes());
        int hidden = config.attention().unit().width();
        boolean chooses = features.chooses();
        Value keys = features.history(); // (N, R, W), or (U, L, W) of the other graph
        Value read = DinGraph.unit(config, chooses ? layers : ofUser, width).ofHistory(keys);
        if (!chooses) {
            keys = features.pass("behaviours", keys, ServingFeatures.LENGTH, String.valueOf(width)); // (1, L, W)
            read = features.pass("unit_of_behaviours", read, ServingFeatures.LENGTH, String.valueOf(hidden));
        }
        GraphHistory kept = features.kept();
        Value places = config.attention().positions(input, kept);
        Value scores = DinGraph.unit(config, layers, width)
                .ofPairs(
                        features.candidate(), keys, places == null ? read : g.add(read, places)); // (N, L) or (N, H, L)
        Value weights = DinGraph.weights(config, g, layers, scores, kept.mask(), width);
        int heads = config.attentions();
        Value rows = chooses ? keys : g.squeeze(keys, 0); // (N, R, W) or (L, W)
        Value interest;
        if (heads > 1) {
            interest = layers.weightedSums(weights, rows, heads * width);
        } else {
            interest = chooses ? layers.weightedSum(weights, rows) : g.matmul(weights, rows);
        }
        ServingHead head = new ServingHead(features, ofUser, layers, DinGraph.HEAD, config.head(), config.sizes());
        return features.form(
                head.logits(g, interest, false, heads * width, width, heads > 1),
                CacheRule.ROWS.with(config.padding()),
                CANDIDATES_AT_ONCE);
    }
}
