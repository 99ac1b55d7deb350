package dev.interestlens.model;

import dev.interestlens.nn.AxisKind;
import java.util.List;

/**
 * An intermediate array of one forward pass, as numbers.
 *
 * @param name what it is, for instance {@code attention}
 * @param axes the meaning of each axis
 * @param shape its extent along each axis
 * @param values row-major
 */
public record Trace(String name, List<AxisKind> axes, long[] shape, float[] values) {
    public Trace {
        axes = List.copyOf(axes);
        shape = shape.clone();
        if (axes.size() != shape.length) {
            throw new IllegalArgumentException(name + ": " + axes.size() + " axes, rank " + shape.length);
        }
    }
}
