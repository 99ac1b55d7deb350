package dev.interestlens.nn;

import java.util.List;
import java.util.stream.Stream;

/** An array that is found by its name and its axes: the same name has other axes where a model has no history, or several attentions. */
public record TraceKind(TraceName name, List<AxisKind> axes) {
    /** The logit of each sample. */
    public static final TraceKind LOGIT = of(TraceNames.LOGIT);

    /** The weights over the history. */
    public static final TraceKind ATTENTION = of(TraceNames.ATTENTION, AxisKind.HISTORY);

    /** Those of each of several attentions side by side. */
    public static final TraceKind ATTENTION_HEADS = of(TraceNames.ATTENTION_HEADS, AxisKind.HEAD, AxisKind.HISTORY);

    private static TraceKind of(TraceName name, AxisKind... behindSample) {
        return new TraceKind(
                name,
                Stream.concat(Stream.of(AxisKind.SAMPLE), Stream.of(behindSample))
                        .toList());
    }
}
