package dev.interestlens.figure.data;

import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The data of a heat map.
 *
 * @param rowAxis what the rows are, in words
 * @param columnAxis what the columns are, in words
 * @param rows a label a row, top first
 * @param columns a label a column, left first
 * @param values row after row; NaN means "not read" and is drawn hatched
 * @param scale sequential for amounts, diverging for signed numbers
 * @param outside cells that are crossed out and not on the scale, row after row; empty where all are on it
 * @param reference a value to mark on the legend, such as 1/n; NaN for none
 */
public record HeatmapData(
        Phrase rowAxis,
        Phrase columnAxis,
        List<? extends Phrase> rows,
        List<? extends Phrase> columns,
        double[] values,
        Scale scale,
        boolean[] outside,
        double reference)
        implements FigureData {

    public HeatmapData {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        values = values.clone();
        outside = outside.clone();
        if (values.length != rows.size() * columns.size() || outside.length != 0 && outside.length != values.length) {
            throw new IllegalArgumentException(
                    values.length + " values for " + rows.size() + " rows and " + columns.size() + " columns");
        }
    }

    /** With every cell on the scale. */
    public HeatmapData(
            Phrase rowAxis,
            Phrase columnAxis,
            List<? extends Phrase> rows,
            List<? extends Phrase> columns,
            double[] values,
            Scale scale,
            double reference) {
        this(rowAxis, columnAxis, rows, columns, values, scale, new boolean[0], reference);
    }

    public static HeatmapData empty() {
        return new HeatmapData(
                Phrase.EMPTY, Phrase.EMPTY, List.of(), List.of(), new double[0], Scale.SEQUENTIAL, Double.NaN);
    }

    /** A range of columns. */
    public HeatmapData columns(int first, int count) {
        double[] some = new double[rows.size() * count];
        boolean[] out = new boolean[some.length];
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < count; column++) {
                some[row * count + column] = at(row, first + column);
                out[row * count + column] = isOutside(row, first + column);
            }
        }
        return new HeatmapData(
                rowAxis, columnAxis, rows, columns.subList(first, first + count), some, scale, out, reference);
    }

    /** The first of the rows. */
    public HeatmapData firstRows(int count) {
        int shown = Math.min(count, rows.size());
        return new HeatmapData(
                rowAxis,
                columnAxis,
                rows.subList(0, shown),
                columns,
                Arrays.copyOf(values, shown * columns.size()),
                scale,
                outside.length == 0 ? outside : Arrays.copyOf(outside, shown * columns.size()),
                reference);
    }

    /** A line a row, with its name before it. */
    @Override
    public NumberTable numbers(Locale language) {
        List<String> heads = new ArrayList<>(List.of(rowAxis.in(language) + " / " + columnAxis.in(language)));
        columns.forEach(column -> heads.add(column.in(language)));
        List<NumberTable.Line> lines = new ArrayList<>();
        int width = columns.size();
        for (int row = 0; row < rows.size(); row++) {
            lines.add(new NumberTable.Line(
                    List.of(rows.get(row).in(language)), Arrays.copyOfRange(values, row * width, (row + 1) * width)));
        }
        return new NumberTable(heads, lines);
    }

    /** Whether a cell is crossed out and not on the scale. */
    public boolean isOutside(int row, int column) {
        return outside.length > 0 && outside[row * columns.size() + column];
    }

    /** A value, or NaN where it is not on the scale. */
    public double onScale(int row, int column) {
        return isOutside(row, column) ? Double.NaN : at(row, column);
    }

    public double at(int row, int column) {
        return values[row * columns.size() + column];
    }

    public boolean isEmpty() {
        return values.length == 0;
    }

    /** The range of the values: from 0 (or below) for amounts, symmetric around 0 for signed numbers. */
    public Range range() {
        double low = Math.min(0, scaled().min().orElse(0));
        double high = largest();
        if (scale == Scale.DIVERGING) {
            high = Math.max(high, -low);
            low = -high;
        }
        return new Range(low, high > low ? high : low + 1);
    }

    /** The largest value on the scale, 0 at least. */
    public double largest() {
        return Math.max(0, scaled().max().orElse(0));
    }

    private DoubleStream scaled() {
        return IntStream.range(0, values.length)
                .filter(i -> Double.isFinite(values[i]) && (outside.length == 0 || !outside[i]))
                .mapToDouble(i -> values[i]);
    }

    /** The range of the colour scale. */
    public record Range(double low, double high) {
        public Range {
            if (!(high > low)) {
                throw new IllegalArgumentException(low + " … " + high);
            }
        }

        /** The smallest range that contains both. */
        public Range with(Range other) {
            return new Range(Math.min(low, other.low), Math.max(high, other.high));
        }
    }
}
