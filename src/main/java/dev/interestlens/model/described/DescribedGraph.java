package dev.interestlens.model.described;

import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.PositionKind;
import dev.interestlens.model.described.Description.Asked;
import dev.interestlens.model.described.Description.Behaviours;
import dev.interestlens.model.described.Description.Candidates;
import dev.interestlens.model.described.Description.Places;
import dev.interestlens.model.graph.CacheRule;
import dev.interestlens.model.graph.CacheRule.Answer;
import dev.interestlens.model.graph.FeatureSource;
import dev.interestlens.model.graph.GraphFeatures;
import dev.interestlens.model.graph.GraphHistory;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.model.graph.HeadGraph;
import dev.interestlens.model.graph.ServingFeatures;
import dev.interestlens.model.graph.ServingForm;
import dev.interestlens.model.graph.ServingGraphs;
import dev.interestlens.model.graph.ServingHead;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Layers;
import dev.interestlens.nn.graph.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link Ranker} as one graph, and as two, where keys and values of behaviours belong to the user's. B samples, N candidates, d width, I of what the head
 * reads, h heads.
 */
public final class DescribedGraph {
    private DescribedGraph() {}

    public static GraphModel describe(Ranker ranker, FeatureSource source) {
        Graph g = source.graph();
        GraphFeatures features = source.features(false, false);
        Layers layers = new Layers(g, 1e-5);
        Description description = ranker.layers().apply(layers);
        Places places = places(ranker, features.places());
        List<Behaviours> read = description.history(description.rows(features.history()), places);
        boolean fields = !ranker.profileInHead() && features.profile() != null;
        Candidates found = description.candidates(
                new Asked(g.unsqueeze(features.candidate(), 1), fields ? g.unsqueeze(features.profile(), 1) : null, 1),
                read,
                places); // (B, 1, I)
        boolean projected = ranker.interest() != features.itemWidth(ranker.sizes());
        Value logits = new HeadGraph(features, layers, ranker.head(), Ranker.HEAD, true, ranker.profileInHead())
                .logits(g.squeeze(found.output(), 1), projected);
        return GraphModel.overHistory(
                features,
                logits,
                () -> {
                    Value heads = g.squeeze(found.weights().get(), 2); // (B, h, L)
                    return ranker.heads() == 1 ? g.squeeze(heads, 1) : heads;
                },
                ranker.heads());
    }

    private static Places places(Ranker ranker, GraphHistory history) {
        return new Places(history.mask(), history.back(0), ranker.reads(PositionKind.TIME) ? history.gaps() : null);
    }

    /** Where a candidate chooses what it reads, everything is in the second graph. */
    public static ServingForm serve(Ranker ranker, ModelInput input, ServingGraphs graphs) {
        Graph g = graphs.candidate();
        ServingFeatures features = new ServingFeatures(graphs, input, false, false);
        Layers ofUser = new Layers(graphs.user(), 1e-5);
        Layers layers = new Layers(g, 1e-5);
        Description description = ranker.layers().apply(layers);
        boolean chooses = features.chooses();
        List<Behaviours> read =
                chooses ? List.of() : passed(ranker, ranker.layers().apply(ofUser), features);
        Places places = places(ranker, features.kept());
        read = chooses ? description.history(description.rows(features.history()), places) : read;
        int axis = chooses ? 1 : 0; // of the extent 1
        Value profile = ranker.profileInHead() ? null : features.profile(ranker.sizes());
        Candidates found = description.candidates(
                new Asked(
                        g.unsqueeze(features.candidate(), axis), // (N, 1, W) or (1, N, W)
                        profile == null ? null : g.unsqueeze(profile, axis),
                        chooses ? 1 : -1),
                read,
                places);
        Value interest = g.squeeze(found.output(), axis); // (N, I)
        int item = features.itemWidth(ranker.sizes());
        ServingHead head = new ServingHead(
                features, ofUser, layers, Ranker.HEAD, ranker.head(), ranker.sizes(), ranker.profileInHead());
        Value logits = head.logits(g, interest, false, ranker.interest(), item, item != ranker.interest());
        Answer append = ranker.blocks() == 1 ? Answer.EXACT : Answer.STATES_FOLLOW;
        return features.form(logits, chooses ? CacheRule.ROWS : new CacheRule(append, append));
    }

    private static List<Behaviours> passed(Ranker ranker, Description description, ServingFeatures features) {
        Value x = description.rows(features.history());
        boolean several = ranker.blocks() > 1;
        Places places = several
                ? places(ranker, features.user())
                : new Places(features.user().mask(), null, null);
        List<Behaviours> read = new ArrayList<>();
        int i = 0;
        for (Behaviours each : description.history(x, places)) {
            String number = several ? "_" + i++ : "";
            read.add(new Behaviours(
                    null,
                    rows(ranker, features, "keys" + number, each.keys()),
                    rows(ranker, features, "values" + number, each.values())));
        }
        return read;
    }

    private static Value rows(Ranker ranker, ServingFeatures features, String name, Value value) {
        return features.pass(name, value, ServingFeatures.LENGTH, String.valueOf(ranker.width()));
    }
}
