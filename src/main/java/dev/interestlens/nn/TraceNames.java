package dev.interestlens.nn;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names and axes of arrays that a model passes to a {@link Tracer}. Explanations find arrays by these names, so that a name means the same in
 * every model and has one of the axes given here. {@code N} is the number of a layer, from 0; a layer with states has its own name before {@code
 * .state} and the others. An exported graph gives its attention under the same names, with _ for a dot.
 */
public final class TraceNames {
    /** Weights over the history. Where there are none, attention among positions is used instead. */
    public static final String ATTENTION = "attention";

    /** The same of each of several attentions side by side; {@link #ATTENTION} is then their mean. */
    public static final String ATTENTION_HEADS = "attention.heads";

    /** The vector that the head reads of the history. */
    public static final String INTEREST = "interest";

    private static final List<AxisKind> UNITS = List.of(AxisKind.SAMPLE, AxisKind.UNIT);
    private static final List<AxisKind> HISTORY = List.of(AxisKind.SAMPLE, AxisKind.HISTORY);
    private static final List<AxisKind> HEADS = List.of(AxisKind.SAMPLE, AxisKind.HEAD, AxisKind.HISTORY);
    private static final List<AxisKind> STATES = List.of(AxisKind.SAMPLE, AxisKind.HISTORY, AxisKind.UNIT);

    private static final Map<String, Set<List<AxisKind>>> RULE = Map.ofEntries(
            Map.entry("candidate", Set.of(UNITS)),
            Map.entry("scores", Set.of(HISTORY, HEADS)),
            Map.entry(ATTENTION, Set.of(HISTORY)),
            Map.entry(ATTENTION_HEADS, Set.of(HEADS)),
            Map.entry(INTEREST, Set.of(UNITS)),
            Map.entry("readOut", Set.of(HISTORY)),
            Map.entry("input", Set.of(List.of(AxisKind.SAMPLE, AxisKind.KEY, AxisKind.UNIT))),
            Map.entry("attention.N", Set.of(List.of(AxisKind.SAMPLE, AxisKind.HEAD, AxisKind.QUERY, AxisKind.KEY))),
            Map.entry("values.N", Set.of(List.of(AxisKind.SAMPLE, AxisKind.HEAD, AxisKind.KEY, AxisKind.UNIT))),
            Map.entry("output.N", Set.of(List.of(AxisKind.SAMPLE, AxisKind.QUERY, AxisKind.UNIT))),
            Map.entry("LAYER.reset", Set.of(STATES)),
            Map.entry("LAYER.update", Set.of(STATES)),
            Map.entry("LAYER.written", Set.of(STATES)),
            Map.entry("LAYER.candidate", Set.of(STATES)),
            Map.entry("LAYER.state", Set.of(STATES)),
            Map.entry("auxiliary.positive", Set.of(List.of(AxisKind.HISTORY))),
            Map.entry("auxiliary.negative", Set.of(List.of(AxisKind.HISTORY, AxisKind.CANDIDATE))),
            Map.entry("logit", Set.of(List.of(AxisKind.SAMPLE))));

    private TraceNames() {}

    /** The name of the attention among positions in a layer. */
    public static String attention(int layer) {
        return ATTENTION + "." + layer;
    }

    /** The name of the graph output for a trace. */
    public static String output(String trace) {
        return trace.replace('.', '_');
    }

    /** Whether a name is allowed with these axes. */
    public static boolean allows(String name, List<AxisKind> axes) {
        String numbered = name.replaceFirst("\\.\\d+$", ".N");
        String layer = "LAYER" + name.substring(Math.max(0, name.lastIndexOf('.')));
        return RULE.getOrDefault(numbered, RULE.getOrDefault(layer, Set.of())).contains(axes);
    }
}
