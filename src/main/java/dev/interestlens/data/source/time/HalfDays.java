package dev.interestlens.data.source.time;

import dev.interestlens.data.source.file.Duck;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times of a clock of twelve hours whose half of the day is not written: all hours lie between 1 and 12. The order within such a day is not known, so that
 * a person says whether they are hours of a day of 24 all the same, or only the day counts.
 */
final class HalfDays {
    private static final String HOUR = "\\d[T ,]+(\\d{1,2})(:\\d{2}.*)?$";
    private static final Pattern CLOCK = Pattern.compile(HOUR);
    private static final Pattern HALF = Pattern.compile(TimeFormat.HALVES);
    private static final int TIMES = 24;
    private static final int HOURS = 9;
    private static final int NOON = 12;
    private static final int SHOWN = 3;

    private HalfDays() {}

    /** Whether these times may be such: enough of them, at nearly all of the twelve hours, noon or midnight among them. */
    static boolean may(List<String> texts) {
        List<Integer> hours = texts.stream()
                .filter(text -> !HALF.matcher(text).find())
                .map(CLOCK::matcher)
                .filter(Matcher::find)
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
        return hours.size() >= TIMES
                && hours.size() == texts.size()
                && hours.stream().allMatch(hour -> hour >= 1 && hour <= NOON)
                && hours.contains(NOON)
                && hours.stream().distinct().count() >= HOURS;
    }

    /** The question about a whole column of which these are some times; empty where another hour occurs. */
    static Optional<TimeQuestion> question(Duck duck, TimeFormat format, List<String> texts, TimeColumn.Values all) {
        if (!may(texts)) {
            return Optional.empty();
        }
        String hour = "try_cast(regexp_extract(v, '" + HOUR + "', 1) AS INTEGER) AS h";
        boolean others =
                all.least(hour, List.of("h = 0 OR h > " + NOON)).stream().anyMatch(text -> text != null);
        return others ? Optional.empty() : Optional.of(question(duck, format, texts));
    }

    /** The question about these times. */
    static TimeQuestion question(Duck duck, TimeFormat format, List<String> texts) {
        List<String> some = texts.stream().distinct().limit(SHOWN).toList();
        List<TimeQuestion.Reading> readings = List.of(
                new TimeQuestion.Reading(format.id(), TimeQuestion.shown(duck, format, some)),
                new TimeQuestion.Reading(format.days().id(), TimeQuestion.shown(duck, format.days(), some)));
        return new TimeQuestion(TimeQuestion.Kind.HALVES, some, readings);
    }
}
