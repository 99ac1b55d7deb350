package dev.interestlens.data.source.time;

import dev.interestlens.data.source.file.Duck;
import dev.interestlens.data.source.file.Sniffer;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Guesses the format of a column from its first values. A format is judged by the values that it reads as times between 1990 and 2100; one that reads
 * only a part of the values of another is dropped.
 *
 * @param format the first that remains; that of plain numbers where no value is a time
 * @param rivals the others that remain: further values may decide
 * @param further that of the values which none of these reads; empty where there are none, or they are no times
 * @param counts whether the values are numbers too small for any time, such as 1, 2, 3, which give an order
 * @param question what these values leave open
 */
public record TimeGuess(
        TimeFormat format,
        List<TimeFormat> rivals,
        Optional<TimeGuess> further,
        boolean counts,
        Optional<TimeQuestion> question) {

    private static final int VALUES = 200;
    private static final int SHOWN = 3;
    private static final long COUNTS_BELOW = 100_000_000;

    /** Texts that often stand for a missing time; they say nothing about how the others are written. */
    private static final Pattern NOTHING = Pattern.compile(
            "0+([.,]0+)?|-1([.,]0+)?|(0000|0001|1970|1900)-01-01.*|0000-00-00.*|9999-12-31.*|NULL|null|None|nan"
                    + "|NaN|N/A|\\\\N");

    /** A format with the times that it reads; null for a value that is not a time. */
    private record Look(TimeFormat format, Long[] micros) {
        boolean fits(int value) {
            return micros[value] != null && plausible(micros[value]);
        }

        int fitting() {
            return (int) Stream.iterate(0, v -> v < micros.length, v -> v + 1)
                    .filter(this::fits)
                    .count();
        }

        int readable() {
            return (int) Arrays.stream(micros).filter(each -> each != null).count();
        }

        boolean covers(Look other) {
            return Stream.iterate(0, v -> v < micros.length, v -> v + 1).allMatch(v -> fits(v) || !other.fits(v));
        }

        boolean meets(Look other) {
            return Stream.iterate(0, v -> v < micros.length, v -> v + 1).anyMatch(v -> fits(v) && other.fits(v));
        }
    }

    /** Nothing is open. */
    public static TimeGuess known(TimeFormat format) {
        return new TimeGuess(format, List.of(), Optional.empty(), false, Optional.empty());
    }

    /** The formats of all notations, of units only the first; each value is read by the first that fits. */
    public TimeFormat all() {
        List<TimeFormat> formats = new ArrayList<>();
        for (Optional<TimeGuess> next = Optional.of(this); next.isPresent(); next = next.get().further) {
            add(formats, next.get().format);
        }
        return TimeFormat.several(formats);
    }

    /** Adds a format unless it is there, or is a second unit: that of a value is asked. */
    static void add(List<TimeFormat> formats, TimeFormat format) {
        boolean known =
                formats.stream().anyMatch(each -> each.id().equals(format.id()) || each.isUnit() && format.isUnit());
        if (!known) {
            formats.add(format);
        }
    }

    static boolean plausible(long micros) {
        return micros >= TimeFormat.PLAUSIBLE_FROM && micros < TimeFormat.PLAUSIBLE_TO;
    }

    /** Guesses from the first values. */
    public static TimeGuess of(Duck duck, List<String> texts) {
        List<String> all = texts.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        List<String> known =
                all.stream().filter(text -> !NOTHING.matcher(text).matches()).toList();
        List<String> values =
                (known.isEmpty() ? all : known).stream().limit(VALUES).toList();
        TimeFormat seconds = TimeFormat.of(TimeFormats.UNITS.get(0));
        if (values.isEmpty()) {
            return new TimeGuess(seconds, List.of(), Optional.empty(), false, Optional.empty());
        }
        List<Look> looks = looks(duck, values);
        Look first = looks.get(0);
        for (Look look : looks) {
            first = look.fitting() > first.fitting() ? look : first;
        }
        if (first.fitting() > lost(first, looks)) {
            return fitting(duck, first, looks, values);
        }
        boolean numbers = values.stream().anyMatch(TimeGuess::isCount);
        boolean only = values.stream().allMatch(text -> isCount(text) || !Sniffer.isNumber(text));
        if (numbers && only) {
            return new TimeGuess(seconds, List.of(), Optional.empty(), true, Optional.empty());
        }
        List<Look> readable =
                looks.stream().filter(look -> look.readable() > 0).limit(4).toList();
        TimeQuestion.Kind kind = readable.isEmpty() ? TimeQuestion.Kind.NONE : TimeQuestion.Kind.YEARS;
        return new TimeGuess(
                seconds, List.of(), Optional.empty(), false, Optional.of(question(kind, readable, values, List.of(0))));
    }

    private static boolean isCount(String text) {
        return Sniffer.isNumber(text) && Math.abs(Double.parseDouble(text.replace(',', '.'))) < COUNTS_BELOW;
    }

    // Values that a format reads as no likely time, and that are none in any unit.
    private static long lost(Look look, List<Look> looks) {
        return Stream.iterate(0, v -> v < look.micros().length, v -> v + 1)
                .filter(v -> look.micros()[v] != null && !look.fits(v))
                .filter(v -> looks.stream().noneMatch(other -> other.format().isUnit() && other.fits(v)))
                .count();
    }

    /** Whether most of the values that a format reads lie between 1990 and 2100, in its own unit or in another one. */
    public static boolean isDated(Duck duck, TimeFormat format, List<String> texts) {
        List<String> values = texts.stream()
                .map(String::strip)
                .filter(text -> !NOTHING.matcher(text).matches())
                .limit(VALUES)
                .toList();
        if (values.isEmpty()) {
            return false;
        }
        TimeFormat read = format.isTyped() ? TimeFormat.of(TimeFormats.ISO) : format;
        Look look = new Look(read, read(duck, read, values));
        List<Look> looks = looks(duck, values);
        long lost = lost(look, looks);
        return look.readable() > 2 * lost;
    }

    /** Whether its values are times, of which none is in doubt. */
    public boolean isTimes() {
        return !counts
                && question.filter(asked -> asked.kind() != TimeQuestion.Kind.SEVERAL)
                        .isEmpty();
    }

    private static TimeGuess fitting(Duck duck, Look first, List<Look> looks, List<String> values) {
        List<Look> left = new ArrayList<>(List.of(first));
        for (Look look : looks) {
            boolean out = looks.stream().anyMatch(other -> other.covers(look) && !look.covers(other));
            if (look != first && !out && look.meets(first)) {
                left.add(look);
            }
        }
        List<Integer> deciding = new ArrayList<>();
        for (int v = 0; v < values.size() && deciding.size() < SHOWN; v++) {
            int value = v;
            boolean differ =
                    left.stream().map(look -> look.micros()[value]).distinct().count() > 1;
            if (differ && deciding.stream().noneMatch(known -> values.get(known).equals(values.get(value)))) {
                deciding.add(value);
            }
        }
        List<TimeFormat> rivals = left.stream().skip(1).map(Look::format).toList();
        List<String> others = Stream.iterate(0, v -> v < values.size(), v -> v + 1)
                .filter(v -> left.stream().noneMatch(look -> look.fits(v)))
                .map(values::get)
                .toList();
        return new TimeGuess(
                first.format(),
                rivals,
                others.isEmpty()
                        ? Optional.empty()
                        : Optional.of(of(duck, others)).filter(TimeGuess::isTimes),
                false,
                deciding.isEmpty()
                        ? Optional.empty()
                        : Optional.of(question(TimeQuestion.Kind.SEVERAL, left, values, deciding)));
    }

    private static List<Look> looks(Duck duck, List<String> values) {
        List<TimeFormat> formats = new ArrayList<>();
        formats.add(TimeFormat.of(TimeFormats.ISO));
        TimeFormats.like(values).forEach(pattern -> formats.add(TimeFormat.of(pattern)));
        if (values.stream().anyMatch(Sniffer::isNumber)) {
            TimeFormats.UNITS.forEach(unit -> formats.add(TimeFormat.of(unit)));
        }
        return formats.stream()
                .map(format -> new Look(format, read(duck, format, values)))
                .toList();
    }

    /** SQL of a table of texts {@code v} and their numbers {@code n}. */
    public static String table(List<String> values) {
        return Stream.iterate(0, v -> v < values.size(), v -> v + 1)
                .map(v -> "(" + v + ", " + Duck.literal(values.get(v)) + ")")
                .collect(Collectors.joining(", ", "(VALUES ", ") AS texts(n, v)"));
    }

    /** Texts read with a format: microseconds, or null. */
    static Long[] read(Duck duck, TimeFormat format, List<String> values) {
        Long[] micros = new Long[values.size()];
        try {
            duck.each("SELECT n, " + format.expression("v") + " FROM " + table(values), row -> {
                int value = row.getInt(1);
                long found = row.getLong(2);
                micros[value] = row.wasNull() ? null : Long.valueOf(found);
            });
        } catch (IOException e) {
            throw new IllegalStateException("no file is read here", e);
        }
        return micros;
    }

    private static TimeQuestion question(
            TimeQuestion.Kind kind, List<Look> looks, List<String> values, List<Integer> deciding) {
        return new TimeQuestion(
                kind,
                deciding.stream().map(values::get).toList(),
                looks.stream()
                        .map(look -> new TimeQuestion.Reading(
                                look.format().id(),
                                deciding.stream()
                                        .map(v -> shown(look.micros()[v]))
                                        .toList()))
                        .toList());
    }

    /** A time in the format of ISO 8601; empty where there is none. */
    public static String shown(Long micros) {
        if (micros == null) {
            return "";
        }
        Instant time =
                Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
        String text = time.toString().replace('T', ' ').replace("Z", "");
        return text.endsWith(" 00:00:00") ? text.substring(0, text.length() - 9) : text;
    }
}
