package dev.interestlens.data.source;

import java.io.Serializable;

/**
 * How a text file is divided into values.
 *
 * @param separator between two values of a row, one or several ASCII characters
 * @param quote the character around a value that may hold separators, or empty
 * @param header whether the first row holds names
 * @param skip lines before the first row: comments, and a line that names the separator
 * @param unseen whether the beginning of a longer file has no such quote, so that there may be none at all
 */
public record Dialect(String separator, String quote, boolean header, int skip, boolean unseen)
        implements Serializable {

    public static final String NO_QUOTE = "";

    public Dialect {
        requireSeparator(separator);
        if (!quote.equals(NO_QUOTE)) {
            requireQuote(quote);
        }
    }

    /** Of a text that begins with its first row. */
    public Dialect(String separator, String quote, boolean header) {
        this(separator, quote, header, 0, false);
    }

    /** The same with a header, or without one. */
    public Dialect withHeader(boolean first) {
        return new Dialect(separator, quote, first, skip, unseen);
    }

    /** The same of a text with so many lines before it. */
    public Dialect behind(int lines) {
        return new Dialect(separator, quote, header, lines, unseen);
    }

    /** The same of a file whose quote was not seen at its beginning, or was. */
    public Dialect withUnseen(boolean not) {
        return new Dialect(separator, quote, header, skip, not);
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
