package dev.interestlens.model;

import ai.djl.ndarray.NDArray;
import dev.interestlens.model.PartedAttention.Input;
import dev.interestlens.model.ScorePart.Kind;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.PositionKind;
import dev.interestlens.model.graph.GraphHistory;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameter;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.Role;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Value;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What an attention adds for the position of a behaviour: a learned row, which begins at 0, of a table for each kind of position that is read; the
 * rows are added. B samples, N positions of a batch, L behaviours, width of what is added.
 */
public final class PositionTables {
    /**
     * What is added for a position.
     *
     * @param width of it
     * @param learned how many of its numbers, the first ones; the others are 0
     * @param factor by which a learned number is multiplied: the fewer they are, the faster each should learn
     */
    public record Row(int width, int learned, double factor) {
        /** All of it is learned. */
        public static Row of(int width) {
            return new Row(width, width, 1);
        }

        private boolean plain() {
            return learned == width && factor == 1;
        }

        /** From what is learned to the row: (learned, width), row by row. */
        private float[] widening() {
            float[] matrix = new float[learned * width];
            for (int i = 0; i < learned; i++) {
                matrix[i * width + i] = (float) factor;
            }
            return matrix;
        }
    }

    private final Row row;
    private final List<PositionKind> kinds;
    private final List<Parameter> tables;

    /** @param name of the layer that reads them */
    public PositionTables(Parameters parameters, String name, PositionKind position, ModelInput input, Row row) {
        this.row = row;
        kinds = position.tables();
        tables = parameters.as(Role.SCORES, () -> kinds.stream()
                .map(kind -> parameters.dense(
                        table(name, position, kind),
                        Initializer.constant(0),
                        PositionIndex.rows(kind, input),
                        row.learned()))
                .toList());
    }

    /** (N, width), or null where no position is read. */
    public NDArray rows(Features features) {
        NDArray sum = null;
        for (int i = 0; i < tables.size(); i++) {
            NDArray rows = rows(features, i);
            sum = sum == null ? rows : Ops.add(sum, rows);
        }
        return sum;
    }

    private NDArray rows(Features features, int kind) {
        NDArray table = tables.get(kind).value();
        int[] index = PositionIndex.of(
                kinds.get(kind), features.plan(), (int) table.getShape().get(0));
        return Ops.rows(features.tensors().longs(index), widened(table, features));
    }

    /** The rows of each kind apart. */
    public List<Input> inputs(Features features) {
        return IntStream.range(0, tables.size())
                .mapToObj(i -> new Input(
                        ScorePart.of(kinds.get(i) == PositionKind.TIME ? Kind.TIME : Kind.POSITION), rows(features, i)))
                .toList();
    }

    private NDArray widened(NDArray table, Features features) {
        if (row.plain()) {
            return table;
        }
        float[] matrix = row.widening();
        return Ops.matmul(
                table, features.tensors().floats(matrix, matrix.length, features.type(), row.learned(), row.width()));
    }

    /** The same as part of a graph: (B, L, width) or null. */
    public static Value rows(String name, PositionKind position, ModelInput input, GraphHistory places, Row row) {
        Graph g = places.graph();
        Value sum = null;
        for (PositionKind kind : position.tables()) {
            int rows = PositionIndex.rows(kind, input);
            Value index = kind == PositionKind.TIME
                    ? places.timeBuckets(rows)
                    : g.clip(places.back(0), 0, rows - 1L); // (B, L)
            Value table = g.weight(table(name, position, kind));
            Value term = g.rows(
                    row.plain() ? table : g.matmul(table, g.constant(row.widening(), row.learned(), row.width())),
                    index);
            sum = sum == null ? term : g.add(sum, term);
        }
        return sum;
    }

    /** The name of a table: the only or first one of a model has the name that it had when there was one. */
    private static String table(String name, PositionKind position, PositionKind kind) {
        return name + (kind == position.tables().get(0) ? ".position.weight" : ".time.weight");
    }
}
