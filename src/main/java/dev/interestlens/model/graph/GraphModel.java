package dev.interestlens.model.graph;

import dev.interestlens.nn.TraceName;
import dev.interestlens.nn.TraceNames;
import dev.interestlens.nn.graph.Value;
import java.util.List;
import java.util.function.Supplier;

/**
 * A model as a graph.
 *
 * @param inputs what it takes, in this order
 * @param logits (B)
 * @param attention what the model attends to; empty where it attends to nothing
 */
public record GraphModel(List<GraphInput> inputs, Value logits, List<Attention> attention) {
    /** The output with the logits, and that with the scores. */
    public static final String LOGIT = TraceNames.LOGIT.output();

    public static final String SCORE = "score";

    public GraphModel {
        inputs = List.copyOf(inputs);
        attention = List.copyOf(attention);
    }

    /**
     * One kind of attention with the names of its axes. It is described only where it is requested, since the logits may need less.
     *
     * @param trace the name under which the model traces the same
     */
    public record Attention(TraceName trace, Supplier<Value> value, List<String> axes) {
        /** What the output of the graph is called. */
        public String name() {
            return trace.output();
        }
    }

    /** A model of these features: logits (B), attention (B, …) whose axes are over positions unless they are named batch or a number. */
    public static GraphModel of(GraphFeatures features, Value logits, List<Attention> attention) {
        return new GraphModel(
                features.inputs(),
                features.ofSamples(features.withTerms(logits)),
                attention.stream().map(one -> given(features, one)).toList());
    }

    private static Attention given(GraphFeatures features, Attention attention) {
        return new Attention(attention.trace(), () -> value(features, attention), attention.axes());
    }

    private static Value value(GraphFeatures features, Attention attention) {
        Value value = features.ofSamples(attention.value().get());
        for (int axis = 1; axis < attention.axes().size(); axis++) {
            boolean positions = !Character.isDigit(attention.axes().get(axis).charAt(0));
            value = positions ? features.ofPositions(value, axis) : value;
        }
        return value;
    }

    /** With weights over the behaviours, (B, L). */
    public static GraphModel overHistory(GraphFeatures features, Value logits, Value weights) {
        return overHistory(features, logits, weights, 1);
    }

    /** With the weights of several attentions, (B, heads, L), or of one, (B, L). */
    public static GraphModel overHistory(GraphFeatures features, Value logits, Value weights, int heads) {
        return overHistory(features, logits, () -> weights, heads);
    }

    /** The same, described only where it is requested. */
    public static GraphModel overHistory(GraphFeatures features, Value logits, Supplier<Value> weights, int heads) {
        List<String> axes = heads == 1
                ? List.of(GraphFeatures.BATCH, "history")
                : List.of(GraphFeatures.BATCH, String.valueOf(heads), "history");
        TraceName trace = heads == 1 ? TraceNames.ATTENTION : TraceNames.ATTENTION_HEADS;
        return of(features, logits, List.of(new Attention(trace, weights, axes)));
    }
}
