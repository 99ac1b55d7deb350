package dev.interestlens.model.graph;

import dev.interestlens.model.Features;
import dev.interestlens.model.config.EmbeddingSizes;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * What a description of a model reads: {@link Features} as values of a graph. B samples, L positions, W width of an item, P of user and context together.
 */
public interface GraphFeatures {
    String BATCH = "batch";
    String LENGTH = "length";

    Graph graph();

    /** What the graph takes, in this order; nothing where all is given. */
    List<GraphInput> inputs();

    /** (B, L, W). */
    Value history();

    /** (B, W). */
    Value candidate();

    /** User and context: (B, P), or null. */
    Value profile();

    /** Positions of behaviours. */
    GraphHistory places();

    /** W. */
    int itemWidth(EmbeddingSizes sizes);

    /** Logits (B) with the terms that are read of neighbours and of what is popular just then. */
    Value withTerms(Value logits);

    /** The terms of the sum of neighbours, (B, L); null where the model adds them. */
    Value neighbourTerms();

    /** A result (B, …) without what was added to an empty batch. */
    Value ofSamples(Value result);

    /** A result with an axis over positions, which begins with the history, without the position that was added to empty histories. */
    Value ofPositions(Value result, int axis);

    /** (B, L), 1 where a behaviour can be read. */
    default Value mask() {
        return places().mask();
    }

    /** What is given, then the profile: (B, ·) each -> (B, · + P). */
    default Value withProfile(List<Value> given) {
        List<Value> parts = new ArrayList<>(given);
        if (profile() != null) {
            parts.add(profile());
        }
        return joined(parts);
    }

    /** Side by side: (B, ·) each. */
    default Value joined(List<Value> parts) {
        return parts.size() == 1 ? parts.get(0) : graph().concat(1, parts.toArray(new Value[0]));
    }
}
