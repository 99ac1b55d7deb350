package dev.interestlens.figure.table;

import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Phrase;
import java.util.Locale;
import java.util.Objects;

/**
 * A cell of a table: a text, or a number with its interval.
 *
 * @param words null for a number that is written with its decimals
 * @param value NaN for words, and for a number that is not defined
 * @param low end of the interval; NaN without one
 * @param high the other end
 * @param decimals that are shown
 * @param best whether it is the best of its kind
 */
public record Cell(Phrase words, double value, double low, double high, int decimals, boolean best) {
    /** The text of an undefined number. */
    public static final String UNDEFINED = "—";

    public static final Cell EMPTY = words(Phrase.EMPTY);

    public static Cell words(Phrase words) {
        return new Cell(Objects.requireNonNull(words), Double.NaN, Double.NaN, Double.NaN, 0, false);
    }

    public static Cell words(String words) {
        return words(Phrase.same(words));
    }

    /** A number that is formatted already. */
    public static Cell written(String words, double value) {
        return new Cell(Phrase.same(words), value, Double.NaN, Double.NaN, 0, false);
    }

    /** A whole number. */
    public static Cell count(long value) {
        return number(value, 0);
    }

    public static Cell number(double value, int decimals) {
        return new Cell(null, value, Double.NaN, Double.NaN, decimals, false);
    }

    /** The same number with an interval. */
    public Cell within(double from, double to) {
        return new Cell(words, value, from, to, decimals, best);
    }

    /** The same, marked as the best or not. */
    public Cell best(boolean is) {
        return new Cell(words, value, low, high, decimals, is);
    }

    public boolean isNumber() {
        return words == null || !Double.isNaN(value);
    }

    public boolean hasInterval() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }

    /** Its words, or its number without the interval. */
    public String plain(Locale language) {
        return words == null ? shown(value) : words.in(language);
    }

    /** Number, a star on the best, and interval: {@code 0.8120 ★ [0.8010, 0.8230]}. */
    public String text(Locale language) {
        return plain(language) + (best ? " ★" : "") + interval();
    }

    /** {@code  [0.8010, 0.8230]}, or nothing. */
    public String interval() {
        return hasInterval() ? " [" + shown(low) + ",\u00a0" + shown(high) + "]" : "";
    }

    private String shown(double number) {
        return Double.isNaN(number) ? UNDEFINED : Numerals.fixed(number, decimals);
    }
}
