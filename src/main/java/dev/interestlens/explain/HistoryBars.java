package dev.interestlens.explain;

import java.util.List;
import java.util.Objects;

/**
 * Several numbers a behaviour, a row of bars each.
 *
 * @param steps the behaviours, oldest first
 * @param rows top to bottom
 */
public record HistoryBars(String name, Text title, Axis steps, List<Row> rows, Text note) implements Picture {

    /**
     * One row.
     *
     * @param group rows of the same group share one scale
     * @param signed whether the sign is drawn by colour
     */
    public record Row(Text name, double[] values, int group, boolean signed) {
        public Row {
            Objects.requireNonNull(name);
            values = values.clone();
        }
    }

    private static final double LEAST = 0.01;

    public HistoryBars {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(note);
        rows = List.copyOf(rows);
        int size = steps.size();
        if (rows.stream().anyMatch(row -> row.values().length != size)) {
            throw new IllegalArgumentException(name + ": a row that has not " + size + " values");
        }
    }

    /** The end of a group's scale: the largest size of any of its numbers, and not so little that noise would look like much. */
    public double most(int group) {
        double most = LEAST;
        for (Row row : rows) {
            for (double value : row.group() == group ? row.values() : new double[0]) {
                most = Double.isFinite(value) ? Math.max(most, Math.abs(value)) : most;
            }
        }
        return most;
    }
}
