package dev.interestlens.figure.data;

import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Steps from one number to another, a row each, for several columns side by side.
 *
 * @param rows names of the steps, in order
 * @param from what every column begins with
 * @param to what every column ends with
 */
public record WaterfallData(List<? extends Phrase> rows, Phrase from, Phrase to, List<Column> columns)
        implements FigureData {
    /** A number with its interval; the ends are NaN where there is none, and all are NaN where there is no step. */
    public record Step(double value, double low, double high) {
        public static final Step NONE = new Step(Double.NaN, Double.NaN, Double.NaN);

        public boolean isThere() {
            return !Double.isNaN(value);
        }

        /** Whether its interval includes 0. */
        public boolean isOpen() {
            return low <= 0 && high >= 0;
        }
    }

    /**
     * One column.
     *
     * @param begin where it begins
     * @param steps as many as there are rows
     * @param end where it ends
     */
    public record Column(Phrase name, double begin, List<Step> steps, Step end) {
        public Column {
            steps = List.copyOf(steps);
        }

        /** Where a step begins. */
        public double before(int row) {
            return begin
                    + steps.subList(0, row).stream()
                            .filter(Step::isThere)
                            .mapToDouble(Step::value)
                            .sum();
        }
    }

    public WaterfallData {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        for (Column column : columns) {
            if (column.steps().size() != rows.size()) {
                throw new IllegalArgumentException(column.steps().size() + " steps, " + rows.size() + " rows");
            }
        }
    }

    /** The least and the greatest number that is drawn. */
    public double[] range() {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (Column column : columns) {
            reach(range, column.begin());
            reach(range, column.end().low(), column.end().high(), column.end().value());
            for (int row = 0; row < rows.size(); row++) {
                Step step = column.steps().get(row);
                double before = column.before(row);
                reach(range, before + step.low(), before + step.high(), before + step.value());
            }
        }
        return range;
    }

    private static void reach(double[] range, double... values) {
        for (double value : values) {
            if (!Double.isNaN(value)) {
                range[0] = Math.min(range[0], value);
                range[1] = Math.max(range[1], value);
            }
        }
    }

    /** A line for each row of each column. */
    @Override
    public NumberTable numbers(Locale language) {
        List<NumberTable.Line> lines = new ArrayList<>();
        for (Column column : columns) {
            String name = column.name().in(language);
            lines.add(new NumberTable.Line(List.of(name, from.in(language)), column.begin(), Double.NaN, Double.NaN));
            for (int row = 0; row < rows.size(); row++) {
                lines.add(line(name, rows.get(row).in(language), column.steps().get(row)));
            }
            lines.add(line(name, to.in(language), column.end()));
        }
        return new NumberTable(
                Stream.of("", "", "value", "low", "high")
                        .map(head -> head.isEmpty()
                                ? head
                                : Phrases.of("numbers." + head).in(language))
                        .toList(),
                lines);
    }

    private static NumberTable.Line line(String column, String row, Step step) {
        return new NumberTable.Line(List.of(column, row), step.value(), step.low(), step.high());
    }
}
