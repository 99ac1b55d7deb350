package dev.interestlens.export.report.page;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Escapes values for HTML and SVG. */
public final class Markup {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Markup() {}

    /** Text or attribute value; control characters, which XML does not allow, become a space. */
    public static String escape(String text) {
        return dev.interestlens.figure.file.Markup.escape(text);
    }

    /** A number with so many decimals; — where it is undefined. */
    public static String number(double value, int digits) {
        return Double.isNaN(value)
                ? "—"
                : plain(digits == 0 ? "0" : "0." + "0".repeat(digits))
                        .format(value)
                        .replace('-', '−');
    }

    /** A change, with its sign. */
    public static String signed(double value, int digits) {
        String number = number(Math.abs(value), digits);
        boolean zero = number.chars().noneMatch(c -> c >= '1' && c <= '9');
        return Double.isNaN(value) ? "—" : (zero ? "" : value < 0 ? "−" : "+") + number;
    }

    /** Date and time, UTC. */
    public static String time(long seconds) {
        return DATE.format(Instant.ofEpochSecond(seconds));
    }

    private static DecimalFormat plain(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
