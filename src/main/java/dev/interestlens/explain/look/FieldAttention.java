package dev.interestlens.explain.look;

import dev.interestlens.model.Trace;
import dev.interestlens.nn.AxisKind;
import java.util.List;

/**
 * The attention of fields that stand in the sequence, one trace for each layer: a row for each field, in the order of {@link
 * dev.interestlens.model.FieldToken}; columns are the behaviours, padding, then the fields.
 */
public final class FieldAttention {
    private static final List<AxisKind> LAYER = List.of(AxisKind.SAMPLE, AxisKind.HEAD, AxisKind.FIELD, AxisKind.KEY);

    private FieldAttention() {}

    /** The layers, first one first; none where fields do not stand in the sequence. */
    public static List<Trace> layers(List<Trace> traces) {
        return traces.stream().filter(trace -> trace.axes().equals(LAYER)).toList();
    }
}
