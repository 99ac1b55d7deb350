package dev.interestlens.model;

import dev.interestlens.nn.graph.Value;
import java.util.List;

/**
 * A model as a graph.
 *
 * @param inputs what it takes, in this order
 * @param logits (B)
 * @param attention what the model attends to; empty where it attends to nothing
 */
public record Described(List<GraphInput> inputs, Value logits, List<Attention> attention) {
    public Described {
        inputs = List.copyOf(inputs);
        attention = List.copyOf(attention);
    }

    /** One kind of attention with the names of its axes. */
    public record Attention(String name, Value value, List<String> axes) {}

    /** With weights over the behaviours, (B, L). */
    public static Described overHistory(GraphFeatures features, Value logits, Value weights) {
        return new Described(
                features.inputs(),
                logits,
                List.of(new Attention("attention", weights, List.of(GraphFeatures.BATCH, "history"))));
    }
}
