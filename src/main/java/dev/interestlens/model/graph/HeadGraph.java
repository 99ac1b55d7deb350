package dev.interestlens.model.graph;

import dev.interestlens.model.InterestHead;
import dev.interestlens.model.config.HeadConfig;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Layers;
import dev.interestlens.nn.graph.Value;
import dev.interestlens.nn.layer.Mlp.Numbering;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link InterestHead} as a graph. B samples, I width of the interest, W of an item.
 *
 * @param readsCandidate whether the candidate is read beside the interest
 * @param readsProfile whether user and context are
 */
public record HeadGraph(
        GraphFeatures features,
        Layers layers,
        HeadConfig config,
        String name,
        boolean readsCandidate,
        boolean readsProfile) {
    /** One that reads user and context. */
    public HeadGraph(GraphFeatures features, Layers layers, HeadConfig config, String name, boolean readsCandidate) {
        this(features, layers, config, name, readsCandidate, true);
    }

    /**
     * The logits.
     *
     * @param interest (B, I), or null where the head reads none
     * @param projected whether the interest has another width than an item
     * @return (B)
     */
    public Value logits(Value interest, boolean projected) {
        Graph g = features.graph();
        List<Value> parts = new ArrayList<>();
        if (interest != null) {
            parts.add(interest);
        }
        if (readsCandidate) {
            parts.add(features.candidate());
        }
        if (config.multiplies() && interest != null && readsCandidate) {
            Value matched = projected ? layers.linear(name + ".match", interest) : interest; // (B, W)
            Value product = g.multiply(matched, features.candidate());
            parts.add(product);
            parts.add(g.unsqueeze(g.sum(product, 1), 1)); // (B, 1)
        }
        return layers.mlp(
                name,
                readsProfile ? features.withProfile(parts) : features.joined(parts),
                config.hidden().size(),
                config.activation(),
                config.batchNorm(),
                Numbering.WITH_DROPOUT,
                null);
    }
}
