package dev.interestlens.model.graph;

import dev.interestlens.model.InterestHead;
import dev.interestlens.model.config.EmbeddingSizes;
import dev.interestlens.model.config.HeadConfig;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Layers;
import dev.interestlens.nn.graph.Value;
import dev.interestlens.nn.layer.Mlp.Numbering;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link InterestHead} over two graphs, its first Linear split: the part of the user's fields is passed from the first graph, everything else is in
 * the second. N candidates, I width of the interest, W of an item, F of the first layer.
 *
 * @param ofUser layers of the first graph
 * @param ofCandidate layers of the second
 * @param sizes widths of the embeddings
 * @param readsProfile whether user and context are read
 */
public record ServingHead(
        ServingFeatures features,
        Layers ofUser,
        Layers ofCandidate,
        String name,
        HeadConfig config,
        EmbeddingSizes sizes,
        boolean readsProfile) {
    /** One that reads user and context. */
    public ServingHead(
            ServingFeatures features,
            Layers ofUser,
            Layers ofCandidate,
            String name,
            HeadConfig config,
            EmbeddingSizes sizes) {
        this(features, ofUser, ofCandidate, name, config, sizes, true);
    }

    /**
     * The logits.
     *
     * @param interest in the second graph, (N, I), or (1, I) where it is the same for all, or null
     * @param shared whether it is the same for all
     * @param interestWidth I
     * @param candidateWidth W, or 0 where the candidate is not read beside the interest
     * @param projected whether the interest has another width than an item
     * @return (N)
     */
    public Value logits(
            Graph g, Value interest, boolean shared, int interestWidth, int candidateWidth, boolean projected) {
        String first = name + ".0";
        boolean multiplies = config.multiplies() && interest != null && candidateWidth > 0;
        int both = interestWidth + candidateWidth;
        int profile = both + (multiplies ? candidateWidth + 1 : 0);
        Value sum = ofUserFields(g, profile); // (1, F) or (F)
        int user = profile + features.userWidth(sizes.fieldEmbeddingSize());
        if (readsProfile && features.context() != null) {
            int end = user + features.contextWidth(sizes.fieldEmbeddingSize());
            sum = g.add(ofCandidate.part(first, features.context(), user, end), sum); // (1, F)
        }
        List<Value> parts = new ArrayList<>(); // of each candidate, side by side as in the first layer
        int from = shared ? interestWidth : 0;
        if (shared) {
            sum = g.add(ofCandidate.part(first, interest, 0, interestWidth), sum); // (1, F)
        } else if (interest != null) {
            parts.add(interest);
        }
        if (candidateWidth > 0) {
            parts.add(features.candidate());
        }
        if (multiplies) {
            Value matched = projected ? ofCandidate.linear(name + ".match", interest) : interest;
            Value product = g.multiply(matched, features.candidate()); // (N, W)
            parts.add(product);
            parts.add(g.unsqueeze(g.sum(product, 1), 1)); // (N, 1)
        }
        if (!parts.isEmpty()) {
            Value all = parts.size() == 1 ? parts.get(0) : g.concat(1, parts.toArray(Value[]::new));
            sum = g.add(ofCandidate.part(first, all, from, profile), sum); // (N, F)
        }
        return ofCandidate.afterFirst(
                name, sum, config.hidden().size(), config.activation(), config.batchNorm(), Numbering.WITH_DROPOUT);
    }

    /** With the bias. */
    private Value ofUserFields(Graph g, int from) {
        Value bias = g.weight(name + ".0.bias");
        if (!readsProfile || features.userProfile() == null) {
            return bias;
        }
        int width = config.hidden().isEmpty() ? 1 : config.hidden().get(0);
        Value part = ofUser.part(
                name + ".0", features.userProfile(), from, from + features.userWidth(sizes.fieldEmbeddingSize()));
        return g.add(features.pass("of_user", part, String.valueOf(width)), bias);
    }
}
