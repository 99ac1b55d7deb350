package dev.interestlens.model.graph;

import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Value;

/** Mask and positions of a history in a graph. B samples, L positions. */
public final class GraphHistory {
    private final GraphInputs inputs;
    private final Value mask;
    private final Value signs;
    private final GraphReading reading;

    /** @param mask 1 where a behaviour can be read, (B, L) */
    GraphHistory(GraphInputs inputs, Value mask) {
        this(inputs, mask, mask, null);
    }

    /** @param signs 1 where a behaviour can be read, −1 where one is hidden, 0 behind the last, (B, L) */
    GraphHistory(GraphInputs inputs, Value mask, Value signs) {
        this(inputs, mask, signs, null);
    }

    /** @param reading what chose the positions */
    GraphHistory(GraphInputs inputs, Value mask, GraphReading reading) {
        this(inputs, mask, mask, reading);
    }

    private GraphHistory(GraphInputs inputs, Value mask, Value signs, GraphReading reading) {
        this.inputs = inputs;
        this.mask = mask;
        this.signs = signs;
        this.reading = reading;
    }

    public Graph graph() {
        return inputs.graph();
    }

    /** (B, L), 1 where a behaviour can be read. */
    public Value mask() {
        return mask;
    }

    /** Whether all positions that cannot be read stand behind those that can. */
    public boolean isPaddedBehind() {
        return reading != null && reading.isPaddedBehind();
    }

    /** Number of each position from the oldest, (L), where all behaviours are read; what stands behind the longest history is padding. */
    public Value steps() {
        return graph().clip(graph().positions(mask), 0, inputs.historyLength() - 1L);
    }

    /** Number of each position from the oldest of the whole history, at most that one: (1 or B, L). */
    public Value steps(long most) {
        return reading == null ? graph().unsqueeze(steps(), 0) : graph().clip(reading.steps(), 0, most);
    }

    /** Behaviours between each position and the candidate, plus {@code first}; smaller numbers behind the history: (B, L). */
    public Value back(int first) {
        Graph graph = graph();
        if (reading != null) {
            return graph.add(reading.back(), graph.constant(new long[] {first}, 1));
        }
        Value lengths = graph.wholes(graph.sum(graph.multiply(signs, signs), 1)); // (B)
        Value last = graph.add(lengths, graph.constant(new long[] {first - 1L}));
        return graph.subtract(graph.unsqueeze(last, 1), graph.positions(mask));
    }

    /** The bucket of each position's time to the candidate, (B, L); this adds an input. */
    public Value timeBuckets(int buckets) {
        return inputs.timeBuckets(buckets, reading);
    }

    /** Seconds from each position to the candidate, (B, L), I64; this adds an input. */
    public Value gaps() {
        return inputs.gaps(reading);
    }
}
