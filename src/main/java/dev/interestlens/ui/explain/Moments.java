package dev.interestlens.ui.explain;

import dev.interestlens.ui.control.Figures;
import dev.interestlens.ui.control.Words;

/** How long before the candidate something happened, in two or three letters. */
final class Moments {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Moments() {}

    static String before(long seconds, Words words) {
        if (seconds >= 2 * DAY) {
            return words.text("explain.days", Figures.count(seconds / DAY));
        }
        if (seconds >= 2 * HOUR) {
            return words.text("explain.hours", seconds / HOUR);
        }
        return words.text("explain.minutes", Math.max(0, seconds / MINUTE));
    }
}
