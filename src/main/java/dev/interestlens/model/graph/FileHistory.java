package dev.interestlens.model.graph;

import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Value;

/** {@link GraphHistory} of a file. B samples, L positions. */
final class FileHistory implements GraphHistory {
    private final GraphInputs inputs;
    private final Value mask;
    private final Value signs;
    private final GraphReading reading;

    /** @param mask 1 where a behaviour can be read, (B, L) */
    FileHistory(GraphInputs inputs, Value mask) {
        this(inputs, mask, mask, null);
    }

    /** @param signs 1 where a behaviour can be read, −1 where one is hidden, 0 behind the last, (B, L) */
    FileHistory(GraphInputs inputs, Value mask, Value signs) {
        this(inputs, mask, signs, null);
    }

    /** @param reading what chose the positions */
    FileHistory(GraphInputs inputs, Value mask, GraphReading reading) {
        this(inputs, mask, mask, reading);
    }

    private FileHistory(GraphInputs inputs, Value mask, Value signs, GraphReading reading) {
        this.inputs = inputs;
        this.mask = mask;
        this.signs = signs;
        this.reading = reading;
    }

    @Override
    public Graph graph() {
        return inputs.graph();
    }

    @Override
    public Value mask() {
        return mask;
    }

    @Override
    public boolean isPaddedBehind() {
        return reading != null && reading.isPaddedBehind();
    }

    @Override
    public Value steps(long most) {
        return reading == null ? graph().unsqueeze(steps(), 0) : graph().clip(reading.steps(), 0, most);
    }

    @Override
    public Value back(int first) {
        Graph graph = graph();
        if (reading != null) {
            return graph.add(reading.back(), graph.constant(new long[] {first}, 1));
        }
        Value lengths = graph.wholes(graph.sum(graph.multiply(signs, signs), 1)); // (B)
        Value last = graph.add(lengths, graph.constant(new long[] {first - 1L}));
        return graph.subtract(graph.unsqueeze(last, 1), graph.positions(mask));
    }

    @Override
    public int longest() {
        return inputs.historyLength();
    }

    @Override
    public Value gaps() {
        return inputs.gaps(reading);
    }
}
