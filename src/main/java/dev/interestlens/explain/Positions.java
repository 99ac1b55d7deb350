package dev.interestlens.explain;

import dev.interestlens.model.Trace;
import dev.interestlens.nn.AxisKind;
import java.util.List;

/** Positions of a sequence model as it traces them: the padded history and, where it takes part, the candidate behind it. */
final class Positions {
    private static final List<AxisKind> SQUARE = List.of(AxisKind.QUERY, AxisKind.KEY);
    private static final List<AxisKind> OVER_HISTORY = List.of(AxisKind.SAMPLE, AxisKind.HISTORY);

    private Positions() {}

    /** Whether the last two axes run over positions. */
    static boolean square(Trace trace) {
        int rank = trace.axes().size();
        return rank >= 2 && trace.axes().subList(rank - 2, rank).equals(SQUARE);
    }

    /** T. */
    static int length(Trace trace) {
        return (int) trace.shape()[trace.shape().length - 1];
    }

    /** Whether there is one position more than the history has. */
    static boolean withCandidate(List<Trace> traces) {
        int history = traces.stream()
                .filter(trace -> trace.axes().equals(OVER_HISTORY))
                .mapToInt(Positions::length)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        return traces.stream().anyMatch(trace -> square(trace) && length(trace) > history);
    }
}
