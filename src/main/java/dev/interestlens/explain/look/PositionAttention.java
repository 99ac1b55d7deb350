package dev.interestlens.explain.look;

import dev.interestlens.model.Trace;
import dev.interestlens.nn.AxisKind;
import java.util.List;

/**
 * Attention between positions as traced by sequence models, one trace for each layer: first the behaviours, then the candidate if it is part of the
 * sequence, then padding.
 */
public final class PositionAttention {
    private static final List<AxisKind> LAYER = List.of(AxisKind.SAMPLE, AxisKind.HEAD, AxisKind.QUERY, AxisKind.KEY);

    private PositionAttention() {}

    /** The layers, first one first. */
    public static List<Trace> layers(List<Trace> traces) {
        return traces.stream().filter(trace -> trace.axes().equals(LAYER)).toList();
    }

    /** Whether the position behind n behaviours has any attention. */
    static boolean withCandidate(List<Trace> layers, int n) {
        Trace first = layers.get(0);
        if (first.shape()[3] <= n) {
            return false;
        }
        for (int head = 0; head < first.shape()[1]; head++) {
            for (int query = 0; query < first.shape()[2]; query++) {
                if (weight(first, 0, head, query, n) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    public static double weight(Trace layer, int sample, int head, int query, int key) {
        long[] shape = layer.shape();
        return layer.values()[(int) (((sample * shape[1] + head) * shape[2] + query) * shape[3] + key)];
    }
}
