package dev.interestlens.ui.control;

import java.util.List;

/**
 * A matrix as a picture needs it.
 *
 * @param rowAxis what the rows are, in words
 * @param columnAxis what the columns are, in words
 * @param rows a label a row, top first
 * @param columns a label a column, left first
 * @param values row after row; NaN means "not read" and is drawn hatched, never as a colour
 * @param scale sequential for amounts, diverging for what has a sign
 * @param reference a value worth a mark on the legend, such as 1/n; NaN for none
 */
public record HeatmapData(
        String rowAxis,
        String columnAxis,
        List<String> rows,
        List<String> columns,
        double[] values,
        ColorScale scale,
        double reference) {

    public HeatmapData {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        values = values.clone();
        if (values.length != rows.size() * columns.size()) {
            throw new IllegalArgumentException(
                    values.length + " values for " + rows.size() + " rows and " + columns.size() + " columns");
        }
    }

    public static HeatmapData empty() {
        return new HeatmapData("", "", List.of(), List.of(), new double[0], ColorScale.SEQUENTIAL, Double.NaN);
    }

    /** Some of the columns, from one on. */
    public HeatmapData columns(int first, int count) {
        double[] some = new double[rows.size() * count];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(values, row * columns.size() + first, some, row * count, count);
        }
        return new HeatmapData(
                rowAxis, columnAxis, rows, columns.subList(first, first + count), some, scale, reference);
    }

    /** The first of the rows. */
    public HeatmapData firstRows(int count) {
        int shown = Math.min(count, rows.size());
        return new HeatmapData(
                rowAxis,
                columnAxis,
                rows.subList(0, shown),
                columns,
                java.util.Arrays.copyOf(values, shown * columns.size()),
                scale,
                reference);
    }

    public double at(int row, int column) {
        return values[row * columns.size() + column];
    }

    public boolean isEmpty() {
        return values.length == 0;
    }

    /** The values' own range: from 0 (or below) for amounts, the same to both sides of 0 where there is a sign. */
    public Range range() {
        double low = 0;
        double high = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (scale == ColorScale.DIVERGING) {
            high = Math.max(high, -low);
            low = -high;
        }
        return new Range(low, high > low ? high : low + 1);
    }

    /** Values between which colours run. */
    public record Range(double low, double high) {
        public Range {
            if (!(high > low)) {
                throw new IllegalArgumentException(low + " … " + high);
            }
        }

        /** The least that holds both. */
        public Range with(Range other) {
            return new Range(Math.min(low, other.low), Math.max(high, other.high));
        }
    }
}
