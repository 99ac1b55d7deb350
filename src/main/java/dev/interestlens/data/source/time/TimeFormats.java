package dev.interestlens.data.source.time;

import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.store.WholeFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Formats of times: units since 1970, ISO 8601, and patterns in the letters of strptime. */
public final class TimeFormats {

    /** Units since 1970. */
    public static final List<String> UNITS = List.of("seconds", "milliseconds", "microseconds", "nanoseconds");

    /**
     * Year, month and day with - or /, then maybe T or a space and hours, minutes, maybe seconds, a fraction behind point or
     * comma, and a zone: {@code 2023-11-14T22:13:20.5+01:00}.
     */
    public static final String ISO = "iso";

    /** Stands before a format of which the day alone counts. */
    public static final String DAY_OF = "day ";

    private static final List<String> DATES = lines("dates.txt");
    private static final List<String> CLOCKS = List.of(
            "", " %H:%M:%S", " %H:%M", " %H", " %I:%M:%S %p", " %I:%M %p", " %I:%M:%S%p", " %I:%M%p", ", %I:%M:%S %p");
    private static final List<String> OTHERS = lines("moments.txt");

    /** Patterns that are tried; where several read a column in the same way, the first one counts. */
    public static final List<String> PATTERNS = Stream.concat(
                    DATES.stream().flatMap(date -> CLOCKS.stream().map(clock -> date + clock)), OTHERS.stream())
            .toList();

    /** The formats that are offered, {@code auto} first; any other pattern can be typed. */
    public static final List<String> ALL = Stream.of(List.of(PrepareOptions.AUTO, ISO), UNITS, lines("offered.txt"))
            .flatMap(List::stream)
            .toList();

    /** What makes a date of a pattern, and what makes a time of a day of it. */
    private static final Pattern YEAR = Pattern.compile("%-?[YyGcxsQ]");

    private static final Pattern DAY = Pattern.compile("%-?[aAbBdjmuUVwW]");

    private TimeFormats() {}

    private static List<String> lines(String file) {
        return WholeFile.text(TimeFormats.class, file).lines().toList();
    }

    /**
     * The formats of a list with commas between. A pattern may hold commas itself: a part without a year belongs to the one behind it, where it has a
     * day or a month, else to the one before it.
     */
    public static List<String> each(String list) {
        List<String> formats = new ArrayList<>();
        String begun = "";
        for (String part : list.split(",", -1)) {
            String whole = begun.isEmpty() ? part : begun + "," + part;
            String id = whole.strip();
            boolean named = UNITS.contains(id) || id.equals(ISO) || id.equals(DAY_OF + ISO);
            if (named || YEAR.matcher(part).find()) {
                formats.add(id);
                begun = "";
            } else if (formats.isEmpty() || DAY.matcher(part).find() || !begun.isEmpty()) {
                begun = whole;
            } else {
                formats.add(formats.remove(formats.size() - 1) + "," + part);
            }
        }
        if (!begun.isEmpty() || formats.isEmpty()) {
            formats.add(begun.strip());
        }
        return formats;
    }

    /** The patterns that a text may have by its shape: a fast test that never misses one. */
    static List<String> like(List<String> texts) {
        List<String> like = new ArrayList<>();
        for (String pattern : PATTERNS) {
            Pattern shape = shape(pattern);
            if (texts.stream().anyMatch(text -> shape.matcher(text).matches())) {
                like.add(pattern);
            }
        }
        return like;
    }

    private static Pattern shape(String pattern) {
        boolean together = pattern.matches("(%[YymdHMSg]T?)+Z?");
        StringBuilder shape = new StringBuilder();
        for (int at = 0; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            if (c != '%') {
                shape.append(Pattern.quote(String.valueOf(c)));
                continue;
            }
            at++;
            shape.append(
                    switch (pattern.charAt(at)) {
                        case 'Y' -> "\\d{4}";
                        case 'y' -> "\\d{2}";
                        case 'g' -> "\\d{3}";
                        case 'f' -> "\\d{1,6}";
                        case 'z' -> "[+-]\\d{2}:?(\\d{2})?";
                        case 'a', 'b', 'B' -> "\\p{L}+";
                        case 'p' -> "(" + TimeFormat.HALVES + ")";
                        case 'S' -> together ? "\\d{2}" : "\\d{1,2}([.,]\\d{1,9})?";
                        default -> together ? "\\d{2}" : "\\d{1,2}";
                    });
        }
        boolean zone = pattern.contains("%M") && !together && !pattern.contains("%z");
        return Pattern.compile(shape + (zone ? " ?(Z|z|UTC|GMT|[+-]\\d{2}(:?\\d{2})?)?" : ""));
    }
}
