package dev.interestlens.data.source.time;

import dev.interestlens.data.source.ImportRules.MissingTimes;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.file.Duck;
import dev.interestlens.store.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A question about a column of times that its texts do not decide. A person answers it; it is never guessed.
 *
 * @param kind of question
 * @param values a few texts that it is about
 * @param readings the possible answers, each with its reading of the values
 */
public record TimeQuestion(Kind kind, List<String> values, List<Reading> readings) {

    /** The value of a problem with the answers to choose from, one in each line. */
    public static final String FORMATS = "formats";

    /** The value of a problem with the name of the setting that takes the answer. */
    public static final String SETTING = "setting";

    private static final int SHOWN = 3;

    /** Kinds of questions. */
    public enum Kind {
        /** Several formats fit, and give different times. */
        SEVERAL("timeSeveral"),
        /** The only formats that fit give years outside of 1990 to 2099. */
        YEARS("timeYears"),
        /** No known format fits. */
        NONE("timeNone"),
        /** Some values are no times in the column's unit or notation, but in another one. */
        MIXED("timeMixed"),
        /** Some values stand for a missing time, such as 0 and 1970-01-01. */
        MISSING("timeMissing"),
        /** All hours lie between 1 and 12, and no half of the day is written. */
        HALVES("timeHalves");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** The setting that takes the answer. */
        public String setting() {
            return this == MISSING ? "missingTimes" : "time";
        }
    }

    /**
     * @param format the value of the setting, as in {@link PrepareOptions#time}
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

    /**
     * About values that a column's format reads as no likely times; empty where no other format does better.
     *
     * @param own the format of the column
     */
    public static Optional<TimeQuestion> mixed(Duck duck, TimeFormat own, List<String> values) {
        TimeGuess guess = TimeGuess.of(duck, values);
        List<String> known = TimeFormats.each(own.id());
        if (!guess.isTimes() || known.contains(guess.format().id())) {
            return Optional.empty();
        }
        List<TimeFormat> others = new ArrayList<>(List.of(guess.format()));
        others.addAll(guess.rivals());
        List<String> some = values.stream().limit(SHOWN).toList();
        List<Reading> readings = new ArrayList<>();
        for (TimeFormat other : others) {
            TimeFormat both = TimeFormat.several(List.of(own, other));
            readings.add(new Reading(both.id(), shown(duck, both, some)));
        }
        readings.add(left(own.id(), some));
        return Optional.of(new TimeQuestion(Kind.MIXED, some, readings));
    }

    /** About times of which all hours lie between 1 and 12; empty where these are others. */
    public static Optional<TimeQuestion> halves(Duck duck, TimeFormat format, List<String> texts) {
        return HalfDays.may(texts) ? Optional.of(HalfDays.question(duck, format, texts)) : Optional.empty();
    }

    /** About values that stand for a missing time. */
    public static TimeQuestion missing(List<String> all) {
        List<String> values = all.stream().limit(SHOWN).toList();
        return new TimeQuestion(
                Kind.MISSING,
                values,
                List.of(left(MissingTimes.LEAVE_OUT.toString(), values), left(MissingTimes.LAST.toString(), values)));
    }

    private static Reading left(String setting, List<String> values) {
        return new Reading(setting, Collections.nCopies(values.size(), ""));
    }

    /** Values as a format reads them. */
    public static List<String> shown(Duck duck, TimeFormat format, List<String> values) {
        return Arrays.stream(TimeGuess.read(duck, format, values))
                .map(TimeGuess::shown)
                .toList();
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
    public Problem.Builder problem() {
        return Problem.badInput(TimeQuestion.class, kind.key)
                .value(values.isEmpty() ? "" : values.get(0))
                .with("readings", text())
                .with("values", String.join(", ", values))
                .with(
                        "ways",
                        readings.stream()
                                .map(reading -> "--set " + kind.setting() + "=" + shell(reading.format()))
                                .collect(Collectors.joining(", ")))
                .with(SETTING, kind.setting())
                .with(FORMATS, readings.stream().map(Reading::format).collect(Collectors.joining("\n")))
                .with("units", String.join(", ", TimeFormats.UNITS));
    }

    private static String shell(String format) {
        return format.contains(" ") ? '"' + format + '"' : format;
    }
}
