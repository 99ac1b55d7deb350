package dev.interestlens.question.five;

import dev.interestlens.question.Control;
import dev.interestlens.question.Settings;
import java.util.List;

/** The sizes in which an experiment can be run. */
record Sizes<S>(S small, S large) {
    static final Control CONTROL = new Control("size", List.of("small", "large"), "small");

    S of(Settings settings) {
        return settings.get(CONTROL.name()).equals("large") ? large : small;
    }
}
