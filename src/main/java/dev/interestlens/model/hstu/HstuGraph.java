package dev.interestlens.model.hstu;

import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.PositionKind;
import dev.interestlens.model.graph.CacheRule;
import dev.interestlens.model.graph.CacheRule.Answer;
import dev.interestlens.model.graph.GraphFeatures;
import dev.interestlens.model.graph.GraphHistory;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.model.graph.HeadGraph;
import dev.interestlens.model.graph.ServingFeatures;
import dev.interestlens.model.graph.ServingForm;
import dev.interestlens.model.graph.ServingGraphs;
import dev.interestlens.model.graph.ServingHead;
import dev.interestlens.model.hstu.HstuLayers.Behaviours;
import dev.interestlens.model.hstu.HstuLayers.Candidates;
import dev.interestlens.model.hstu.HstuLayers.Places;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Layers;
import dev.interestlens.nn.graph.Value;
import java.util.ArrayList;
import java.util.List;

/** {@link Hstu} as one graph, and as two, where keys and values of behaviours belong to the user's. B samples, N candidates, d width, h heads. */
public final class HstuGraph {
    private HstuGraph() {}

    public static GraphModel describe(HstuConfig config, ModelInput input, Graph g) {
        GraphFeatures features = new GraphFeatures(g, input, false, false);
        Layers layers = new Layers(g, 1e-5);
        HstuLayers hstu = new HstuLayers(config, input, layers);
        Places places = places(config, features.places());
        List<Behaviours> read = hstu.history(hstu.rows(features.history()), places);
        Candidates found = hstu.candidates(hstu.rows(g.unsqueeze(features.candidate(), 1)), read, places); // (B, 1, d)
        boolean projected = config.width() != features.itemWidth(config.sizes());
        Value logits = new HeadGraph(features, layers, config.head(), Hstu.HEAD, true)
                .logits(g.squeeze(found.output(), 1), projected);
        Value heads = g.squeeze(found.weights(), 2); // (B, h, L)
        Value weights = config.heads() == 1 ? g.squeeze(heads, 1) : heads;
        return GraphModel.overHistory(features, logits, weights, config.heads());
    }

    private static Places places(HstuConfig config, GraphHistory history) {
        return new Places(history.mask(), history.back(0), config.reads(PositionKind.TIME) ? history.gaps() : null);
    }

    /** Where a candidate chooses what it reads, everything is in the second graph. */
    public static ServingForm serve(HstuConfig config, ModelInput input, ServingGraphs graphs) {
        Graph g = graphs.candidate();
        ServingFeatures features = new ServingFeatures(graphs, input, false, false);
        Layers ofUser = new Layers(graphs.user(), 1e-5);
        Layers layers = new Layers(g, 1e-5);
        HstuLayers hstu = new HstuLayers(config, input, layers);
        boolean chooses = features.chooses();
        List<Behaviours> read = chooses ? List.of() : passed(config, new HstuLayers(config, input, ofUser), features);
        Places places = places(config, features.kept());
        read = chooses ? hstu.history(hstu.rows(features.history()), places) : read;
        int axis = chooses ? 1 : 0; // of the extent 1
        Value asked = hstu.rows(g.unsqueeze(features.candidate(), axis)); // (N, 1, d) or (1, N, d)
        Value interest = g.squeeze(hstu.candidates(asked, read, places).output(), axis); // (N, d)
        int item = features.itemWidth(config.sizes());
        ServingHead head = new ServingHead(features, ofUser, layers, Hstu.HEAD, config.head(), config.sizes());
        Value logits = head.logits(g, interest, false, config.width(), item, item != config.width());
        Answer append = config.blocks() == 1 ? Answer.EXACT : Answer.STATES_FOLLOW;
        return features.form(logits, chooses ? CacheRule.ROWS : new CacheRule(append, append));
    }

    private static List<Behaviours> passed(HstuConfig config, HstuLayers hstu, ServingFeatures features) {
        Value x = hstu.rows(features.history());
        boolean several = config.blocks() > 1;
        Places places = several
                ? places(config, features.user())
                : new Places(features.user().mask(), null, null);
        List<Behaviours> read = new ArrayList<>();
        int i = 0;
        for (Behaviours each : hstu.history(x, places)) {
            String number = several ? "_" + i++ : "";
            read.add(new Behaviours(
                    null,
                    rows(config, features, "keys" + number, each.keys()),
                    rows(config, features, "values" + number, each.values())));
        }
        return read;
    }

    private static Value rows(HstuConfig config, ServingFeatures features, String name, Value value) {
        return features.pass(name, value, ServingFeatures.LENGTH, String.valueOf(config.width()));
    }
}
