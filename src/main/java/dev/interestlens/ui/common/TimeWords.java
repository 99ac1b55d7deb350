package dev.interestlens.ui.common;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as a person reads them, in the time of this place. */
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

    /** Without the year, where there is little room. */
    public static String minuteOfYear(long milliseconds) {
        return SHORT.format(Instant.ofEpochMilli(milliseconds));
    }
}
