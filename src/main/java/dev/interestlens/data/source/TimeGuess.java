package dev.interestlens.data.source;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Guesses the format of a column from its first values. A format is judged by the values that it reads as times between 1990 and 2100; one that reads
 * only a part of the values of another is dropped.
 *
 * @param format the first that remains; that of plain numbers where no value is a time
 * @param rivals the others that remain: further values may decide
 * @param counts whether the values are numbers too small for any time, such as 1, 2, 3, which give an order
 * @param question what these values leave open
 */
record TimeGuess(TimeFormat format, List<TimeFormat> rivals, boolean counts, Optional<TimeQuestion> question) {

    private static final int VALUES = 200;
    private static final int SHOWN = 3;
    private static final long COUNTS_BELOW = 100_000_000;

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
    static TimeGuess known(TimeFormat format) {
        return new TimeGuess(format, List.of(), false, Optional.empty());
    }

    static boolean plausible(long micros) {
        return micros >= TimeFormat.PLAUSIBLE_FROM && micros < TimeFormat.PLAUSIBLE_TO;
    }

    /** Guesses from the first values. */
    static TimeGuess of(Duck duck, List<String> texts) {
        List<String> values = texts.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .limit(VALUES)
                .toList();
        TimeFormat seconds = TimeFormat.of(TimeFormats.UNITS.get(0));
        if (values.isEmpty()) {
            return new TimeGuess(seconds, List.of(), false, Optional.empty());
        }
        List<Look> looks = looks(duck, values);
        Look first = looks.get(0);
        for (Look look : looks) {
            first = look.fitting() > first.fitting() ? look : first;
        }
        if (first.fitting() * 2 > first.readable()) {
            return fitting(first, looks, values);
        }
        boolean numbers = values.stream().anyMatch(TimeGuess::isCount);
        boolean all = values.stream().allMatch(text -> isCount(text) || !Sniffer.isNumber(text));
        if (numbers && all) {
            return new TimeGuess(seconds, List.of(), true, Optional.empty());
        }
        List<Look> readable =
                looks.stream().filter(look -> look.readable() > 0).limit(4).toList();
        TimeQuestion.Kind kind = readable.isEmpty() ? TimeQuestion.Kind.NONE : TimeQuestion.Kind.YEARS;
        return new TimeGuess(seconds, List.of(), false, Optional.of(question(kind, readable, values, List.of(0))));
    }

    private static boolean isCount(String text) {
        return Sniffer.isNumber(text) && Math.abs(Double.parseDouble(text.replace(',', '.'))) < COUNTS_BELOW;
    }

    private static TimeGuess fitting(Look first, List<Look> looks, List<String> values) {
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
        return new TimeGuess(
                first.format(),
                rivals,
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
        List<Look> looks = new ArrayList<>();
        for (TimeFormat format : formats) {
            looks.add(new Look(format, read(duck, format, values)));
        }
        return looks;
    }

    /** Texts read with a format: microseconds, or null. */
    static Long[] read(Duck duck, TimeFormat format, List<String> values) {
        StringBuilder rows = new StringBuilder();
        for (int v = 0; v < values.size(); v++) {
            rows.append(v == 0 ? "(" : ", (")
                    .append(v)
                    .append(", ")
                    .append(Duck.literal(values.get(v)))
                    .append(")");
        }
        Long[] micros = new Long[values.size()];
        try {
            duck.each("SELECT n, " + format.expression("t") + " FROM (VALUES " + rows + ") AS v(n, t)", row -> {
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
    static String shown(Long micros) {
        if (micros == null) {
            return "";
        }
        Instant time =
                Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
        String text = time.toString().replace('T', ' ').replace("Z", "");
        return text.endsWith(" 00:00:00") ? text.substring(0, text.length() - 9) : text;
    }
}
