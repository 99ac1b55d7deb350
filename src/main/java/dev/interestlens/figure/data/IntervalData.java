package dev.interestlens.figure.data;

import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Phrases;
import dev.interestlens.figure.Ticks;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Means with their intervals, a row each. Of many rows the scale covers every mean and the intervals of the first rows: a wide
 * one further down would leave the others no room.
 *
 * @param digits decimals of the figures beside the rows
 * @param reach where the numbers are drawn as bars from 0, the end of their scale on either side; else NaN
 * @param standout which rows stand out
 */
public record IntervalData(List<Row> rows, int digits, double reach, Standout standout) implements FigureData {
    /** Which rows stand out: none; the first, which is the best of rows in that order or that of all; or those whose interval is beside 0. */
    public enum Standout {
        NONE,
        FIRST,
        SHOWN
    }

    /** Rows above which the scale does not cover every interval. */
    public static final int MANY = 16;

    private static final int TICKS = 6;
    private static final double FLAT = 1e-3;

    /** Length of the scale where all values are 0. */
    private static final double LEAST = 1e-3;

    /** With intervals. */
    public IntervalData(List<Row> rows, int digits) {
        this(rows, digits, Double.NaN, Standout.NONE);
    }

    /** As bars. */
    public IntervalData(List<Row> rows, int digits, double reach) {
        this(rows, digits, reach, Standout.NONE);
    }

    /** The same rows, the first of which stands out. */
    public IntervalData withLead() {
        return new IntervalData(rows, digits, reach, Standout.FIRST);
    }

    /** The same differences, of which those that are shown stand out: their intervals do not contain 0. */
    public IntervalData withShown() {
        return new IntervalData(rows, digits, reach, Standout.SHOWN);
    }

    /** Whether a row stands out. */
    public boolean standsOut(int row) {
        return switch (standout) {
            case NONE -> false;
            case FIRST -> row == 0;
            case SHOWN -> rows.get(row).low() > 0 || rows.get(row).high() < 0;
        };
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

    /**
     * Whether 0 is left out of the scale: dots that lie further from 0 than from each other would all stand at one end of it. Bars begin at 0.
     */
    public boolean isCut() {
        double least = least();
        double most = most();
        double nearest = Math.min(Math.abs(least), Math.abs(most));
        return !bars() && least * most > 0 && nearest > most - least && most - least > FLAT * nearest;
    }

    /** Round numbers of the scale: of one without 0 from its least to its greatest value, else within it, with 0. */
    public Ticks ticks() {
        return isCut() ? Ticks.around(least(), most(), TICKS) : Ticks.between(low(), high(), TICKS);
    }

    /** Least value of the scale. */
    public double low() {
        return isCut() ? ticks().first() : Math.min(bars() ? -reach : 0, least());
    }

    /** Greatest value of the scale, above the least. */
    public double high() {
        return isCut() ? ticks().last() : Math.max(Math.max(bars() ? reach : 0, most()), low() + LEAST);
    }

    private double least() {
        return ends(Row::low).reduce(Double.POSITIVE_INFINITY, Math::min);
    }

    private double most() {
        return ends(Row::high).reduce(Double.NEGATIVE_INFINITY, Math::max);
    }

    /** Every mean, and one end of the intervals of the first rows. */
    private DoubleStream ends(ToDoubleFunction<Row> end) {
        return DoubleStream.concat(
                rows.stream().mapToDouble(Row::mean),
                rows.stream().limit(MANY).mapToDouble(end).filter(Double::isFinite));
    }
}
