package dev.interestlens.figure.data;

import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Phrases;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Means with their intervals, a row each; the first stands out. Of many rows the scale covers every mean and the intervals of the first rows: a wide
 * one further down would leave the others no room.
 *
 * @param digits decimals of the figures beside the rows
 * @param reach where the numbers are drawn as bars from 0, none of which stands out, the end of their scale on either side; else NaN
 */
public record IntervalData(List<Row> rows, int digits, double reach) implements FigureData {
    /** Rows above which the scale does not cover every interval. */
    public static final int MANY = 16;

    /** With intervals. */
    public IntervalData(List<Row> rows, int digits) {
        this(rows, digits, Double.NaN);
    }

    /** One row; the ends are NaN where there is no interval. */
    public record Row(Phrase name, double mean, double low, double high) {
        public Row {
            Objects.requireNonNull(name);
        }
    }

    public IntervalData {
        rows = rows.stream().filter(row -> Double.isFinite(row.mean())).toList();
    }

    /** A line a row. */
    @Override
    public NumberTable numbers(Locale language) {
        return new NumberTable(
                Stream.of("", "value", "low", "high")
                        .map(head -> head.isEmpty()
                                ? head
                                : Phrases.of("numbers." + head).in(language))
                        .toList(),
                rows.stream()
                        .map(row -> new NumberTable.Line(
                                List.of(row.name().in(language)), row.mean(), row.low(), row.high()))
                        .toList());
    }

    public static IntervalData empty() {
        return new IntervalData(List.of(), 2);
    }

    /** Whether the numbers are drawn as bars. */
    public boolean bars() {
        return Double.isFinite(reach);
    }

    /** Least value of the scale, at most 0. */
    public double low() {
        double least = bars() ? -reach : 0;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            boolean covered = i < MANY && Double.isFinite(row.low());
            least = Math.min(least, Math.min(row.mean(), covered ? row.low() : 0));
        }
        return least;
    }

    /** Greatest value of the scale, above the least. */
    public double high() {
        double most = bars() ? reach : 0;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            boolean covered = i < MANY && Double.isFinite(row.high());
            most = Math.max(most, Math.max(row.mean(), covered ? row.high() : 0));
        }
        return Math.max(most, low() + 1e-9);
    }
}
