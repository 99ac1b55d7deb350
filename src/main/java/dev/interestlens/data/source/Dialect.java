package dev.interestlens.data.source;

/**
 * How a text file is cut into values.
 *
 * @param separator between two values of a row, one or several ASCII characters
 * @param quote the character around a value that may hold separators, or empty
 * @param header whether the first row holds names
 */
public record Dialect(String separator, String quote, boolean header) {

    public static final String NO_QUOTE = "";

    public Dialect {
        if (separator.isEmpty() || separator.length() > 4 || separator.chars().anyMatch(c -> c > 126)) {
            throw new IllegalArgumentException("separator \"" + separator + "\"");
        }
        if (quote.length() > 1) {
            throw new IllegalArgumentException("quote \"" + quote + "\"");
        }
    }
}
