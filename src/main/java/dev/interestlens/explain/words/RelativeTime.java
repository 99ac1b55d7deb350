package dev.interestlens.explain.words;

import dev.interestlens.figure.Numerals;
import java.util.Map;

/** How long before the candidate something happened, in two or three letters. */
public final class RelativeTime {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private RelativeTime() {}

    public static Text before(long seconds) {
        if (seconds >= 2 * DAY) {
            return text("before.days", seconds / DAY);
        }
        if (seconds >= 2 * HOUR) {
            return text("before.hours", seconds / HOUR);
        }
        return seconds >= 2 * MINUTE
                ? text("before.minutes", seconds / MINUTE)
                : text("before.seconds", Math.max(0, seconds));
    }

    private static Text text(String key, long count) {
        return Wording.of(key, Map.of("count", Text.same(Numerals.count(count))));
    }
}
