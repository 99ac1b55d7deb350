package dev.interestlens.data.source;

import java.io.Serializable;

/**
 * How a text file is divided into values.
 *
 * @param separator between two values of a row, one or several ASCII characters
 * @param quote the character around a value that may hold separators, or empty
 * @param header whether the first row holds names
 * @param skip lines before the first row: comments, and a line that names the separator
 */
public record Dialect(String separator, String quote, boolean header, int skip) implements Serializable {

    public static final String NO_QUOTE = "";

    public Dialect {
        requireSeparator(separator);
        if (!quote.equals(NO_QUOTE)) {
            requireQuote(quote);
        }
    }

    /** Of a text that begins with its first row. */
    public Dialect(String separator, String quote, boolean header) {
        this(separator, quote, header, 0);
    }

    /** The same with a header. */
    public Dialect withHeader() {
        return new Dialect(separator, quote, true, skip);
    }

    /** The same of a text with so many lines before it. */
    public Dialect behind(int lines) {
        return new Dialect(separator, quote, header, lines);
    }

    /** @throws IllegalArgumentException where a text cannot separate values */
    static void requireSeparator(String separator) {
        if (separator.isEmpty() || separator.length() > 4 || separator.chars().anyMatch(c -> c > 126)) {
            throw new IllegalArgumentException("separator \"" + separator + "\"");
        }
    }

    /** @throws IllegalArgumentException where a text cannot enclose a value */
    static void requireQuote(String quote) {
        if (quote.length() != 1 || quote.charAt(0) <= ' ' || quote.charAt(0) > 126) {
            throw new IllegalArgumentException("quote \"" + quote + "\"");
        }
    }
}
