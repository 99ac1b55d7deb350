package dev.interestlens.model.graph;

import dev.interestlens.model.TrendTerm;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Value;

/** {@link TrendTerm} as part of a graph. B samples, K items of a day. */
final class TrendGraph {
    private TrendGraph() {}

    /** Logits (B), ids of candidates (B), days (B) or one for all (1) -> logits (B). */
    static Value add(Graph g, Value logits, Value candidates, Value days) {
        Value since = g.subtract(g.numbers(days), g.squeeze(g.weight(TrendTerm.FIRST), 1));
        Value rows = g.clip(g.wholes(since), 0, TrendTerm.DAYS - 1L);
        Value items = g.wholes(g.rows(g.weight(TrendTerm.ITEMS), rows)); // (B, K), or (1, K)
        Value same = g.same(items, g.unsqueeze(candidates, 1)); // (B, K)
        Value terms = g.sum(g.multiply(same, g.rows(g.weight(TrendTerm.VALUES), rows)), 1);
        return g.add(logits, g.multiply(terms, g.squeeze(g.weight(TrendTerm.WEIGHT), 1)));
    }
}
