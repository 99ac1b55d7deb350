package dev.interestlens.ui.common;

import dev.interestlens.ui.control.ControlWords;

/** Formats durations with coarse precision. */
public final class Durations {
    private static final double LOW = 0.85;
    private static final double HIGH = 1.25;

    private Durations() {}

    public static String of(double seconds, ControlWords words) {
        if (seconds < 90) {
            return words.text("train.seconds", Math.round(seconds));
        }
        return seconds < 90 * 60
                ? words.text("train.minutes", Math.round(seconds / 60))
                : words.text("train.hours", Math.round(seconds / 360) / 10.0);
    }

    /** A range, since the remaining time is an estimate. */
    public static String range(double seconds, ControlWords words) {
        if (seconds * HIGH < 1) {
            return words.text("train.moment");
        }
        String low = of(seconds * LOW, words);
        String high = of(seconds * HIGH, words);
        return low.equals(high) ? high : words.text("train.range", low, high);
    }
}
