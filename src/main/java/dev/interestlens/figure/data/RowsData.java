package dev.interestlens.figure.data;

import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Phrase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Several numbers for each behaviour, each in a row of bars.
 *
 * @param behaviours a label each, oldest first
 * @param rows top to bottom
 */
public record RowsData(List<? extends Phrase> behaviours, List<Row> rows) implements FigureData {

    /**
     * One row.
     *
     * @param name of the numbers
     * @param note a short explanation; may be empty
     * @param values a number for each behaviour, NaN for none
     * @param group rows of the same group share one scale
     * @param signed true where the sign is drawn by colour, false for amounts
     * @param from lower end of a spread around each number; empty for none
     * @param to upper ends
     * @param lanes the lane of each behaviour, which gives its colour, −1 for none; empty without lanes
     */
    public record Row(
            Phrase name,
            Phrase note,
            double[] values,
            int group,
            boolean signed,
            double[] from,
            double[] to,
            int[] lanes) {
        public Row {
            values = values.clone();
            from = from.clone();
            to = to.clone();
            lanes = lanes.clone();
            if (from.length != to.length || from.length != 0 && from.length != values.length) {
                throw new IllegalArgumentException(
                        values.length + " values, spread of " + from.length + " and " + to.length);
            }
        }

        public Row(Phrase name, Phrase note, double[] values, int group, boolean signed, double[] from, double[] to) {
            this(name, note, values, group, signed, from, to, new int[0]);
        }

        public Row(Phrase name, Phrase note, double[] values, int group, boolean signed) {
            this(name, note, values, group, signed, new double[0], new double[0]);
        }

        public Row(Phrase name, double[] values, int group, boolean signed) {
            this(name, Phrase.EMPTY, values, group, signed);
        }
    }

    public RowsData {
        behaviours = List.copyOf(behaviours);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.values().length != behaviours.size()) {
                throw new IllegalArgumentException(
                        row.values().length + " values for " + behaviours.size() + " behaviours");
            }
        }
    }

    public static RowsData empty() {
        return new RowsData(List.of(), List.of());
    }

    /** A line a behaviour, a column a row. */
    @Override
    public NumberTable numbers(Locale language) {
        return NumberTable.of(
                language,
                Phrase.EMPTY,
                behaviours,
                rows.stream().map(Row::name).toList(),
                rows.stream().map(Row::values).toList());
    }

    /** Least value of a group's scale, at most 0. */
    public double low(int group) {
        return ends(group, Row::from).reduce(0, Math::min);
    }

    /** Greatest value of a group's scale, at least 0. */
    public double high(int group) {
        return ends(group, Row::to).reduce(0, Math::max);
    }

    private DoubleStream ends(int group, Function<Row, double[]> end) {
        return rows.stream()
                .filter(row -> row.group() == group)
                .flatMap(row -> Stream.of(row.values(), end.apply(row)))
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite);
    }
}
