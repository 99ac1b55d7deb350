package dev.interestlens.explain;

import java.util.List;
import java.util.Objects;

/**
 * Several numbers a behaviour, a row of bars each.
 *
 * @param steps the behaviours, oldest first
 * @param rows top to bottom
 * @param lanes the lane of each behaviour, which gives its colour in rows without signs, −1 for none; empty where there are no lanes
 */
public record HistoryBars(String name, Text title, Axis steps, List<Row> rows, Text note, int[] lanes)
        implements Picture {

    /** With nothing told apart by colour but signs. */
    public HistoryBars(String name, Text title, Axis steps, List<Row> rows, Text note) {
        this(name, title, steps, rows, note, new int[0]);
    }

    /**
     * One row.
     *
     * @param group rows of the same group share one scale
     * @param signed whether the sign is drawn by colour
     * @param from lower end of a spread around each number; empty for none
     * @param to upper ends
     */
    public record Row(Text name, double[] values, int group, boolean signed, double[] from, double[] to) {
        public Row {
            Objects.requireNonNull(name);
            values = values.clone();
            from = from.clone();
            to = to.clone();
        }

        public Row(Text name, double[] values, int group, boolean signed) {
            this(name, values, group, signed, new double[0], new double[0]);
        }
    }

    private static final double LEAST = 0.01;

    public HistoryBars {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(note);
        rows = List.copyOf(rows);
        lanes = lanes.clone();
        int size = steps.size();
        if (rows.stream().anyMatch(row -> row.values().length != size)) {
            throw new IllegalArgumentException(name + ": a row that has not " + size + " values");
        }
    }

    /** The end of a group's scale: the largest size of any of its numbers, and not so little that noise would look like much. */
    public double most(int group) {
        double most = LEAST;
        for (Row row : rows) {
            for (double[] values : List.of(row.values(), row.from(), row.to())) {
                for (double value : row.group() == group ? values : new double[0]) {
                    most = Double.isFinite(value) ? Math.max(most, Math.abs(value)) : most;
                }
            }
        }
        return most;
    }
}
