package dev.interestlens.model;

import dev.interestlens.nn.AxisKind;
import dev.interestlens.nn.TraceKind;
import dev.interestlens.nn.TraceName;
import java.util.List;
import java.util.Optional;

/**
 * An intermediate array of one forward pass, as numbers.
 *
 * @param name what it is
 * @param axes the meaning of each axis
 * @param shape its extent along each axis
 * @param values row-major
 */
public record Trace(TraceName name, List<AxisKind> axes, long[] shape, float[] values) {
    public Trace {
        axes = List.copyOf(axes);
        shape = shape.clone();
        if (axes.size() != shape.length) {
            throw new IllegalArgumentException(name.id() + ": " + axes.size() + " axes, rank " + shape.length);
        }
    }

    /** Its name where texts are read, such as {@code attention}. */
    public String id() {
        return name.id();
    }

    /** Whether it is of a kind. */
    public boolean is(TraceKind kind) {
        return name.equals(kind.name()) && axes.equals(kind.axes());
    }

    /** The weights over the history. */
    public static Optional<Trace> attention(List<Trace> traces) {
        return find(traces, TraceKind.ATTENTION);
    }

    /** The one of a kind. */
    public static Optional<Trace> find(List<Trace> traces, TraceKind kind) {
        return traces.stream().filter(trace -> trace.is(kind)).findFirst();
    }
}
