package dev.interestlens.model;

import dev.interestlens.nn.AxisKind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names of traces with their axes. {@code N} is the number of a layer, from 0; a layer with states has its own name before {@code .state} and the
 * others.
 */
final class TraceRule {
    private static final List<AxisKind> UNITS = List.of(AxisKind.SAMPLE, AxisKind.UNIT);
    private static final List<AxisKind> HISTORY = List.of(AxisKind.SAMPLE, AxisKind.HISTORY);
    private static final List<AxisKind> HEADS = List.of(AxisKind.SAMPLE, AxisKind.HEAD, AxisKind.HISTORY);
    private static final List<AxisKind> STATES = List.of(AxisKind.SAMPLE, AxisKind.HISTORY, AxisKind.UNIT);

    private static final Map<String, Set<List<AxisKind>>> RULE = Map.ofEntries(
            Map.entry("candidate", Set.of(UNITS)),
            Map.entry("scores", Set.of(HISTORY, HEADS)),
            Map.entry("attention", Set.of(HISTORY)),
            Map.entry("attention.heads", Set.of(HEADS)),
            Map.entry("interest", Set.of(UNITS)),
            Map.entry("readOut", Set.of(HISTORY)),
            Map.entry("input", Set.of(List.of(AxisKind.SAMPLE, AxisKind.KEY, AxisKind.UNIT))),
            Map.entry("attention.N", Set.of(List.of(AxisKind.SAMPLE, AxisKind.HEAD, AxisKind.QUERY, AxisKind.KEY))),
            Map.entry("fields.N", Set.of(List.of(AxisKind.SAMPLE, AxisKind.HEAD, AxisKind.FIELD, AxisKind.KEY))),
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

    private TraceRule() {}

    /** Whether a name is allowed with these axes. */
    static boolean allows(String name, List<AxisKind> axes) {
        String numbered = name.replaceFirst("\\.\\d+$", ".N");
        String layer = "LAYER" + name.substring(Math.max(0, name.lastIndexOf('.')));
        return RULE.getOrDefault(numbered, RULE.getOrDefault(layer, Set.of())).contains(axes);
    }
}
