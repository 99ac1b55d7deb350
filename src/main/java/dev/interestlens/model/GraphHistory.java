package dev.interestlens.model;

import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Value;

/** What is known of the places of a history in a graph. B samples, L positions. */
public final class GraphHistory {
    private final GraphInputs inputs;
    private final Value mask;

    /** @param mask 1 where a behaviour can be read, (B, L) */
    GraphHistory(GraphInputs inputs, Value mask) {
        this.inputs = inputs;
        this.mask = mask;
    }

    public Graph graph() {
        return inputs.graph();
    }

    /** (B, L), 1 where a behaviour can be read. */
    public Value mask() {
        return mask;
    }

    /** Number of each position from the oldest, (L). */
    public Value steps() {
        return graph().positions(mask);
    }

    /** Behaviours between each position and the candidate, plus {@code first}; below that behind the history: (B, L). */
    public Value back(int first) {
        Graph graph = graph();
        Value lengths = graph.wholes(graph.sum(mask, 1)); // (B)
        Value last = graph.add(lengths, graph.constant(new long[] {first - 1L}));
        return graph.subtract(graph.unsqueeze(last, 1), steps());
    }

    /** The bucket of each position's time to the candidate, (B, L); this asks for one input more. */
    public Value timeBuckets(int buckets) {
        return inputs.timeBuckets(buckets);
    }
}
