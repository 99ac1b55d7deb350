package dev.interestlens.ui.common;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats times in the local time zone. */
public final class TimeWords {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    private TimeWords() {}

    /** @param milliseconds since 1970 */
    public static String minute(long milliseconds) {
        return MINUTE.format(Instant.ofEpochMilli(milliseconds));
    }

    /** The same without the year. */
    public static String minuteOfYear(long milliseconds) {
        return SHORT.format(Instant.ofEpochMilli(milliseconds));
    }
}
