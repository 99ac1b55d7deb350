package dev.interestlens.train;

import ai.djl.ndarray.NDArray;
import dev.interestlens.model.embedding.TouchedRows;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.RowTable;
import java.util.ArrayList;
import java.util.List;

/**
 * The gradients of one step as arrays.
 *
 * @param dense in the order of the flat leaf
 * @param rows of the touched rows, a table each
 */
record Gradients(float[] dense, List<OfRows> rows) {
    /**
     * @param ids the touched rows; the first {@code count} count
     * @param values count · width numbers
     */
    record OfRows(RowTable table, int[] ids, int count, float[] values) {}

    /** Takes them from the leaves, and clears those of permanent leaves. Call it after the backward pass, with gradients off. */
    static Gradients take(Parameters parameters, List<TouchedRows> touched) {
        NDArray flat = Ops.gradient(parameters.flat());
        float[] dense = flat == null ? new float[parameters.denseSize()] : flat.toFloatArray();
        Ops.clearGradient(parameters.flat());
        List<OfRows> rows = new ArrayList<>(touched.size());
        for (TouchedRows t : touched) {
            NDArray gradient = Ops.gradient(t.rows());
            float[] values = gradient == null ? new float[t.count() * t.table().width()] : gradient.toFloatArray();
            rows.add(new OfRows(t.table(), t.ids(), t.count(), values));
        }
        return new Gradients(dense, rows);
    }

    /** The norm of all of them together; not finite where one of them is not. */
    double norm() {
        double squares = squares(dense);
        for (OfRows r : rows) {
            squares += squares(r.values());
        }
        return Math.sqrt(squares);
    }

    private static double squares(float[] values) {
        double sum = 0;
        for (float v : values) {
            sum += (double) v * v;
        }
        return sum;
    }

    /** Multiplies all of them. */
    void scale(double factor) {
        scale(dense, (float) factor);
        rows.forEach(r -> scale(r.values(), (float) factor));
    }

    private static void scale(float[] values, float factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }
}
