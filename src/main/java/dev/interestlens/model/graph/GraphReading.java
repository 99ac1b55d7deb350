package dev.interestlens.model.graph;

import dev.interestlens.model.Reading;
import dev.interestlens.model.config.ReadingConfig;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Value;
import java.util.Arrays;
import java.util.Optional;

/**
 * {@link Reading} as part of a graph: which behaviours of whole histories are read, oldest first. B samples, R positions that are read, padding among
 * them.
 */
abstract class GraphReading {
    /** More than any score. */
    static final double FAR = 1e30;

    private final Graph g;
    private final ReadingConfig config;
    private Value read;
    private Value there;
    private Value index;

    GraphReading(Graph g, ReadingConfig config) {
        this.g = g;
        this.config = config;
    }

    /**
     * Puts together what is read.
     *
     * @param lengths of the histories, (B, 1)
     * @param found behaviours behind each that a search found, unordered, −1 where there are none: (B, retrieved)
     */
    void read(Value lengths, Optional<Value> found) {
        Value recent = recent(lengths);
        read = shaped(found.map(older -> sorted(g.concat(1, older, recent))).orElse(recent));
        there = shaped(g.atLeast(read, whole(0)));
        index = shaped(g.multiply(g.subtract(g.subtract(lengths, whole(1)), read), there));
    }

    /** (B, R) by an explicit reshape: a runtime that cannot infer the extents refuses the array in a recurrence. */
    private Value shaped(Value value) {
        return g.reshape(value, 0, positions());
    }

    /** R. */
    long positions() {
        return config.recent() + (config.searches() ? config.retrieved() : 0L);
    }

    Value whole(long number) {
        return g.constant(new long[] {number}, 1);
    }

    /** The most recent ones by the number of behaviours behind them, oldest first, −1 where there are none: (B, recent). */
    private Value recent(Value lengths) {
        long[] behind = new long[config.recent()];
        Arrays.setAll(behind, i -> behind.length - 1L - i);
        Value all = g.constant(behind, 1, behind.length);
        Value real = g.atLeast(g.subtract(lengths, whole(1)), all); // (B, recent)
        return orNone(all, real);
    }

    /** The number where there is one, else −1. */
    Value orNone(Value number, Value real) {
        return g.subtract(g.multiply(g.add(number, whole(1)), real), whole(1));
    }

    /** 1 for scores above that one, else 0; no score is close to it. */
    Value above(Value scores, double least) {
        double steep = Math.max(1, 500 / Math.abs(least));
        return g.wholes(g.sigmoid(g.shift(g.scale(scores, steep), -steep * least)));
    }

    /** The largest number of behaviours behind first; −1 comes last. */
    private Value sorted(Value behind) {
        return g.pick(behind, g.largest(g.numbers(behind), config.recent() + (long) config.retrieved()));
    }

    /** What is read of ids or seconds of whole histories, of which each behaviour has that many. */
    abstract Value chosen(Value whole, int width);

    /** Whether padding stands behind what is read; else before it. */
    boolean isPaddedBehind() {
        return config.searches();
    }

    /** Steps in the whole history, 0 where nothing is read: (B, R). */
    Value steps() {
        return index;
    }

    /** 1 where something is read, (B, R). */
    Value there() {
        return there;
    }

    /** (B, R), 1 where something is read. */
    Value mask() {
        return g.numbers(there);
    }

    /** Behaviours of the whole history behind each, −1 where nothing is read: (B, R). */
    Value back() {
        return read;
    }
}
