package dev.interestlens.model.bst;

import dev.interestlens.model.bst.BstConfig.CandidatePlace;
import dev.interestlens.model.bst.BstConfig.ItemFields;
import dev.interestlens.model.graph.FeatureSource;
import dev.interestlens.model.graph.GraphFeatures;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.model.graph.HeadGraph;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Layers;
import dev.interestlens.nn.graph.Value;

/** {@link Bst} as a graph. B samples, L behaviours, T positions of a sequence, W width of an item, d of the encoder. */
public final class BstGraph {
    private BstGraph() {}

    public static GraphModel describe(BstConfig config, FeatureSource source) {
        Graph g = source.graph();
        Layers layers = new Layers(g, 1e-5);
        GraphFeatures features = source.features(config.itemFields() == ItemFields.ITEM_ONLY, false);
        int item = features.itemWidth(config.sizes());
        BstEncoder encoder = new BstEncoder(config, source.input(), g, layers, item);
        Value x = encoder.behaviours(features.history(), features.places()); // (B, L, d)
        Value mask = features.mask(); // (B, L)
        if (config.candidate() == CandidatePlace.INSIDE) {
            x = g.concat(1, x, encoder.candidates(features.candidate())); // (B, T, d)
            mask = encoder.withCandidate(mask); // (B, T)
        }
        Value read = encoder.readOut(encoder.encode(x, mask), mask); // (B, ·)
        Value logits = new HeadGraph(features, layers, config.head(), BstEncoder.HEAD, config.candidateInHead())
                .logits(read, encoder.readWidth() != item);
        return GraphModel.of(features, logits, encoder.attention());
    }
}
