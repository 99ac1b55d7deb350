package dev.interestlens.data.source;

import dev.interestlens.store.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A question about the format of a column of times that its texts do not decide. A person answers it; it is never guessed.
 *
 * @param kind of question
 * @param values a few texts that the formats read differently
 * @param readings the formats that remain, each with its reading of the values
 */
public record TimeQuestion(Kind kind, List<String> values, List<Reading> readings) {

    /** The value of a problem with the formats to choose from, one in each line. */
    public static final String FORMATS = "formats";

    /** Kinds of questions. */
    public enum Kind {
        /** Several formats fit, and give different times. */
        SEVERAL("timeSeveral"),
        /** The only formats that fit give years outside of 1990 to 2099. */
        YEARS("timeYears"),
        /** No known format fits. */
        NONE("timeNone");

        private final String key;

        Kind(String key) {
            this.key = key;
        }
    }

    /**
     * @param format as in {@link PrepareOptions#time}
     * @param times the values as it reads them, in their order: a date, with a time where there is one; empty where it cannot read one
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

    /** Each value as the formats read it: {@code 05/04/2023 = 2023-05-04 (%m/%d/%Y), 2023-04-05 (%d/%m/%Y)}. */
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

    /** The question as a problem, with the possible answers. */
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
