package dev.interestlens.explain.picture;

import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.data.RowsData;
import dev.interestlens.figure.paint.RowsPainter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Several numbers for each behaviour, each in a row of bars.
 *
 * @param steps the behaviours, oldest first
 * @param rows top to bottom
 * @param lanes the lane of each behaviour, which gives its colour in rows without signs, −1 for none; empty where there are no lanes
 */
public record HistoryBars(String name, Text title, Axis steps, List<Row> rows, Text note, int[] lanes)
        implements Picture {

    /** Where colours show signs only. */
    public HistoryBars(String name, Text title, Axis steps, List<Row> rows, Text note) {
        this(name, title, steps, rows, note, new int[0]);
    }

    /**
     * One row.
     *
     * @param about a short explanation; may be empty
     * @param group rows of the same group share one scale
     * @param signed whether the sign is drawn by colour
     * @param from lower end of a spread around each number; empty for none
     * @param to upper ends
     */
    public record Row(Text name, Text about, double[] values, int group, boolean signed, double[] from, double[] to) {
        public Row {
            Objects.requireNonNull(name);
            Objects.requireNonNull(about);
            values = values.clone();
            from = from.clone();
            to = to.clone();
        }

        public Row(Text name, Text about, double[] values, int group, boolean signed) {
            this(name, about, values, group, signed, new double[0], new double[0]);
        }

        public Row(Text name, double[] values, int group, boolean signed) {
            this(name, Text.same(""), values, group, signed);
        }
    }

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

    /** The same as the data of a picture. */
    public RowsData data() {
        return new RowsData(
                steps.labels(),
                rows.stream()
                        .map(row -> new RowsData.Row(
                                row.name(),
                                row.about(),
                                row.values(),
                                row.group(),
                                row.signed(),
                                row.from(),
                                row.to(),
                                lanes))
                        .toList());
    }

    @Override
    public Drawing drawing() {
        return new RowsPainter(data());
    }

    @Override
    public NumberTable numbers(Locale language) {
        return data().numbers(language);
    }
}
