package dev.interestlens.model.graph;

import dev.interestlens.data.Field;
import dev.interestlens.data.Schema;
import dev.interestlens.model.NeighbourTerm;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Value;

/** {@link NeighbourTerm} as part of a graph. B samples, L positions, N candidates of one history, K items that follow one. */
record NeighbourGraph(Graph g, ModelInput input) {
    private static final long LAST = Integer.MAX_VALUE;

    /** Each sample has a history of its own: logits (B), ids (B, L) and (B) -> (B). */
    Value add(Value logits, Value behaviours, Value candidates, GraphHistory places) {
        return weighted(logits, g.sum(terms(behaviours, candidates, places), 1));
    }

    /** a S of each position: ids (B, L) and (B) -> (B, L). */
    Value terms(Value behaviours, Value candidates, GraphHistory places) {
        Value wanted = g.unsqueeze(g.unsqueeze(candidates, 1), 2); // (B, 1, 1)
        Value same = g.same(g.wholes(rows(NeighbourTerm.ITEMS, behaviours)), wanted); // (B, L, K)
        Value each = g.sum(g.multiply(same, rows(NeighbourTerm.VALUES, behaviours)), 2); // (B, L)
        return g.multiply(each, weights(places));
    }

    /** All candidates have one history: logits (N), ids (1, L) and (N) -> (N). */
    Value addToAll(Value logits, Value behaviours, Value candidates, GraphHistory places) {
        Value each = g.multiply(rows(NeighbourTerm.VALUES, behaviours), g.unsqueeze(weights(places), 2)); // (1, L, K)
        Value index = g.reshape(g.wholes(rows(NeighbourTerm.ITEMS, behaviours)), 1, -1); // (1, L·K)
        Value weights = g.reshape(each, 1, -1);
        Value sums = g.added(g.zeros(weights, items()), index, weights); // (1, items)
        return weighted(logits, g.squeeze(g.pick(sums, g.unsqueeze(candidates, 0)), 0));
    }

    /**
     * Each candidate reads some behaviours of one history, so S is looked up once for all of them: logits (N), ids of the whole history (1, L) and
     * (N), what is read (N, R) -> (N).
     */
    Value addToChoices(Value logits, Value history, Value candidates, GraphHistory places) {
        Value asked = g.unsqueeze(candidates, 0); // (1, N)
        Value numbers = g.numbers(g.unsqueeze(g.positions(asked), 0));
        Value columns = g.put(g.zeros(numbers, items()), asked, g.shift(numbers, 1)); // (1, items), 0 for no candidate
        Value followers = g.reshape(g.wholes(rows(NeighbourTerm.ITEMS, history)), 1, -1); // (1, L·K)
        Value values = g.squeeze(rows(NeighbourTerm.VALUES, history), 0); // (L, K)
        Value index = g.reshape(g.wholes(g.pick(columns, followers)), -1, g.columns(NeighbourTerm.VALUES));
        Value none = g.add(g.zeros(values, 1), g.scale(g.andZeros(numbers, 1, 1), 0)); // (L, 1 + N)
        Value pairs = g.permute(g.added(none, index, values), 1, 0); // (1 + N, L)
        Value own = g.rows(pairs, g.squeeze(g.wholes(g.pick(columns, asked)), 0)); // (N, L)
        Value terms = g.multiply(g.pick(own, places.steps(LAST)), weights(places)); // (N, R)
        return weighted(logits, g.sum(terms, 1));
    }

    private long items() {
        return input.schema().itemFields().get(Schema.ITEM).size();
    }

    private Value rows(String table, Value behaviours) {
        return g.rows(g.weight(table), g.clip(behaviours, Field.PADDING, LAST)); // (B, L, K)
    }

    /** a of each position, 0 where it may not be read: (B, L). */
    private Value weights(GraphHistory places) {
        Value age = g.clip(places.back(0), 0, input.historyLength() - 1L); // (B, L)
        return g.multiply(g.squeeze(g.rows(g.weight(NeighbourTerm.AGES), age), 2), places.mask());
    }

    private Value weighted(Value logits, Value sums) {
        return g.add(logits, g.multiply(sums, g.weight(NeighbourTerm.WEIGHT)));
    }
}
