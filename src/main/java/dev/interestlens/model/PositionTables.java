package dev.interestlens.model;

import ai.djl.ndarray.NDArray;
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

/**
 * What an attention adds for the position of a behaviour: a learned row, which begins at 0, of a table for each kind of position that is read; the
 * rows are added. B samples, N positions of a batch, L behaviours.
 */
public final class PositionTables {
    private final List<PositionKind> kinds;
    private final List<Parameter> tables;

    /**
     * @param name of the layer that reads them
     * @param width of a row
     */
    public PositionTables(Parameters parameters, String name, PositionKind position, ModelInput input, int width) {
        kinds = position.tables();
        tables = parameters.as(Role.SCORES, () -> kinds.stream()
                .map(kind -> parameters.dense(
                        table(name, position, kind), Initializer.constant(0), PositionIndex.rows(kind, input), width))
                .toList());
    }

    /** (N, width), or null where no position is read. */
    public NDArray rows(Features features) {
        NDArray sum = null;
        for (int i = 0; i < tables.size(); i++) {
            NDArray table = tables.get(i).value();
            int[] index = PositionIndex.of(
                    kinds.get(i), features.plan(), (int) table.getShape().get(0));
            NDArray rows = Ops.rows(features.tensors().longs(index), table);
            sum = sum == null ? rows : Ops.add(sum, rows);
        }
        return sum;
    }

    /** The same as part of a graph: (B, L, width) or null. */
    public static Value rows(String name, PositionKind position, ModelInput input, GraphHistory places) {
        Graph g = places.graph();
        Value sum = null;
        for (PositionKind kind : position.tables()) {
            int rows = PositionIndex.rows(kind, input);
            Value index = kind == PositionKind.TIME
                    ? places.timeBuckets(rows)
                    : g.clip(places.back(0), 0, rows - 1L); // (B, L)
            Value term = g.rows(g.weight(table(name, position, kind)), index);
            sum = sum == null ? term : g.add(sum, term);
        }
        return sum;
    }

    /** The name of a table: the only or first one of a model has the name that it had when there was one. */
    private static String table(String name, PositionKind position, PositionKind kind) {
        return name + (kind == position.tables().get(0) ? ".position.weight" : ".time.weight");
    }
}
