package dev.interestlens.data.source;

import dev.interestlens.store.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the texts of a column do not say of themselves: how they are to be read. It is asked, never guessed.
 *
 * @param kind what is open
 * @param values the texts that decide, at most a few
 * @param readings the formats that are left, each with what it makes of the values
 */
public record TimeQuestion(Kind kind, List<String> values, List<Reading> readings) {

    /** The value of a problem that holds the formats to choose from, one a line. */
    public static final String FORMATS = "formats";

    /** What is open. */
    public enum Kind {
        /** Several formats fit, and give different times. */
        SEVERAL("timeSeveral"),
        /** The only formats that fit give years outside of 1990 to 2099. */
        YEARS("timeYears"),
        /** No format that is known here fits. */
        NONE("timeNone");

        private final String key;

        Kind(String key) {
            this.key = key;
        }
    }

    /**
     * @param format as in {@link PrepareOptions#time}
     * @param times what it makes of the values, in their order: a date, with a time where there is one; empty where it cannot read one
     */
    public record Reading(String format, List<String> times) {
        public Reading {
            times = List.copyOf(times);
        }
    }

    public TimeQuestion {
        values = List.copyOf(values);
        readings = List.copyOf(readings);
    }

    /** Each value with what the formats make of it: {@code 05/04/2023 = 2023-05-04 (%m/%d/%Y), 2023-04-05 (%d/%m/%Y)}. */
    public String text() {
        List<String> lines = new ArrayList<>();
        for (int v = 0; v < values.size(); v++) {
            int at = v;
            lines.add(values.get(v) + " = "
                    + readings.stream()
                            .map(reading -> (reading.times().get(at).isEmpty()
                                            ? "–"
                                            : reading.times().get(at)) + " (" + reading.format() + ")")
                            .collect(Collectors.joining(", ")));
        }
        return String.join("; ", lines);
    }

    /** The question as a problem, with the ways to answer it. */
    Problem.Builder problem() {
        return Problem.badInput(TimeQuestion.class, kind.key)
                .value(values.isEmpty() ? "" : values.get(0))
                .with("readings", text())
                .with(
                        "ways",
                        readings.stream()
                                .map(reading -> "--set time=" + shell(reading.format()))
                                .collect(Collectors.joining(", ")))
                .with(FORMATS, readings.stream().map(Reading::format).collect(Collectors.joining("\n")))
                .with("units", String.join(", ", TimeFormats.UNITS));
    }

    private static String shell(String format) {
        return format.contains(" ") ? '"' + format + '"' : format;
    }
}
