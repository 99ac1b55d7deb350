package dev.interestlens.model.described;

import dev.interestlens.model.PositionIndex;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.PositionKind;
import dev.interestlens.model.described.Description.Places;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.Role;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Value;

/**
 * A number for each head by how far a behaviour is from who reads it: in places, in time, or both; added to raw scores. Since it is not part of the rows, keys
 * and values of a behaviour stay what they are when the history grows. H histories, L behaviours, h heads.
 */
public record PlaceBias(Graph graph, PositionKind position, ModelInput input) {
    /** @param first where the bias of places begins */
    public static void register(
            Parameters parameters, String layer, PositionKind position, ModelInput input, int heads, float first) {
        for (PositionKind kind : position.tables()) {
            parameters.as(
                    Role.SCORES,
                    () -> parameters.dense(
                            table(layer, kind),
                            Initializer.constant(kind == PositionKind.TIME ? 0 : first),
                            rows(kind, input),
                            heads));
        }
    }

    /** The name of a layer's table. */
    public static String table(String layer, PositionKind kind) {
        return layer + (kind == PositionKind.TIME ? "attention_time" : "attention_place");
    }

    /** Rows of a table: the distance of a position to itself has one, too. */
    static int rows(PositionKind kind, ModelInput input) {
        return PositionIndex.rows(kind, input) + (kind == PositionKind.TIME ? 0 : 1);
    }

    /** Of behaviours for the candidate: (H, h, 1, L), or null where there is none. */
    public Value toCandidate(String layer, Places places) {
        Value bias = bias(layer, graph.add(places.back(), graph.constant(new long[] {1}, 1)), places.gaps());
        return bias == null ? null : graph.unsqueeze(graph.permute(bias, 0, 2, 1), 2);
    }

    /** Of behaviours for each other: (H, h, L, L), or null. */
    public Value among(String layer, Places places) {
        Value seconds = places.gaps() == null ? null : between(places.gaps());
        Value bias = bias(layer, between(places.back()), seconds); // (H, L, L, h)
        return bias == null ? null : graph.permute(bias, 0, 3, 1, 2);
    }

    /** Which behaviours each may read, those before it and itself: (H, L, L). */
    public Value readable(Places places) {
        Value before = graph.numbers(graph.atLeast(between(places.back()), graph.constant(new long[] {0}, 1)));
        return graph.multiply(graph.unsqueeze(places.mask(), 1), before);
    }

    /** Distances in places and in seconds, I64 (…) -> (…, h), or null. */
    private Value bias(String layer, Value distance, Value seconds) {
        Value sum = null;
        for (PositionKind kind : position.tables()) {
            int rows = rows(kind, input);
            Value index =
                    kind == PositionKind.TIME ? graph.timeBucket(seconds, rows) : graph.clip(distance, 0, rows - 1L);
            Value term = graph.rows(graph.weight(table(layer, kind)), index);
            sum = sum == null ? term : graph.add(sum, term);
        }
        return sum;
    }

    /** How much farther from the candidate a column's behaviour is than its row's: (H, L) -> (H, L, L). */
    private Value between(Value toCandidate) {
        return graph.subtract(graph.unsqueeze(toCandidate, 1), graph.unsqueeze(toCandidate, 2));
    }
}
