package dev.interestlens.model.dien;

import ai.djl.ndarray.NDArray;
import dev.interestlens.model.Features;
import dev.interestlens.model.PartedAttention;
import dev.interestlens.model.PositionTables;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.graph.GraphHistory;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameter;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.RaggedBatch;
import dev.interestlens.nn.Role;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Layers;
import dev.interestlens.nn.graph.Value;
import java.util.Arrays;
import java.util.List;

/**
 * What is added to the scores of states in the attention that drives {@link Dien}'s second layer: a number for the position of the behaviour, and eᵀ V c of the behaviour e itself
 * and the candidate c, where V begins as the identity, so that attention begins with what is similar. B samples, N positions of a batch, L behaviours,
 * n candidates of one history, W width of an item.
 */
final class AddedScores {
    private static final String NAME = "interest_evolution.attention_added";
    private static final String OWN = NAME + ".own";

    private final PositionTables positions;
    private final Parameter own;

    AddedScores(DienConfig config, Parameters parameters, ModelInput input, int width) {
        positions = new PositionTables(parameters, NAME, config.evolving().position(), input, PositionTables.Row.of(1));
        own = !config.comparesBehaviours()
                ? null
                : parameters.as(
                        Role.SCORES,
                        () -> parameters.dense(
                                OWN, Initializer.beginningInIdentity(width, width, width), width, width));
    }

    /** By group of h histories with C candidates each, (h, C, L) or (h, 1, L); null where nothing is added. */
    NDArray[] of(Features features) {
        RaggedBatch layout = features.layout();
        NDArray rows = positions.rows(features); // (N, 1)
        NDArray[] added = rows == null ? null : layout.groups(rows); // (h, L, 1)
        if (rows != null) {
            Arrays.setAll(added, g -> Ops.transpose(added[g], 1, 2));
        }
        if (own == null) {
            return added;
        }
        int each = features.plan().each();
        NDArray[] asked = layout.groupSamples(query(features.candidate()), each); // (h·C, W)
        NDArray[] behaviours = layout.groups(features.history()); // (h, L, W)
        NDArray[] compared = new NDArray[asked.length];
        for (int g = 0; g < compared.length; g++) {
            NDArray of = Ops.view(asked[g], -1, each, asked[g].getShape().get(1));
            NDArray found = Ops.matmul(of, Ops.transpose(behaviours[g], 1, 2)); // (h, C, L)
            compared[g] = plus(found, added == null ? null : added[g]);
        }
        return compared;
    }

    /** What is read of the positions, apart. */
    List<PartedAttention.Input> inputs(Features features) {
        return positions.inputs(features);
    }

    /** For one candidate (1, W) and behaviours (N, W): (N, 1), or null where they are not compared. */
    NDArray compared(NDArray candidate, NDArray behaviours) {
        return own == null ? null : Ops.matmul(behaviours, Ops.transpose(query(candidate), 0, 1));
    }

    /** Whether behaviours are compared with the candidate. */
    boolean asks() {
        return own != null;
    }

    /** The candidates' part where they are: (n, W) -> (n, W). */
    NDArray query(NDArray candidates) {
        return Ops.linear(candidates, own.value(), null);
    }

    /** What is added for candidates of one history. */
    @FunctionalInterface
    interface OfHistory {
        /** What {@link #query} gave, or null -> (n, L) or (1, L); null where nothing is added. */
        NDArray to(NDArray query);
    }

    OfHistory ofHistory(Features single) {
        NDArray rows = positions.rows(single); // (L, 1)
        NDArray placed = rows == null ? null : Ops.view(rows, 1, -1); // (1, L)
        NDArray behaviours = own == null ? null : Ops.transpose(single.history(), 0, 1); // (W, L)
        return query -> query == null ? placed : plus(Ops.matmul(query, behaviours), placed);
    }

    /** Scores, and what is added to them, where something is. */
    static NDArray plus(NDArray scores, NDArray added) {
        return added == null ? scores : Ops.add(scores, added);
    }

    /**
     * The same as part of a graph: (B, L), or null.
     *
     * @param own what {@link #query} gave, multiplied with the behaviours, (B, L), or null
     */
    static Value of(DienConfig config, ModelInput input, GraphHistory places, Value own) {
        Graph g = places.graph();
        Value rows = PositionTables.rows(
                NAME, config.evolving().position(), input, places, PositionTables.Row.of(1)); // (B, L, 1)
        Value placed = rows == null ? null : g.squeeze(rows, 2);
        return own == null ? placed : plus(g, own, placed);
    }

    /** The candidates' part as part of a graph: (B, W) -> (B, W). */
    static Value query(Layers layers, Value candidate) {
        return layers.withoutBias(OWN, candidate);
    }

    static Value plus(Graph g, Value scores, Value added) {
        return added == null ? scores : g.add(scores, added);
    }
}
