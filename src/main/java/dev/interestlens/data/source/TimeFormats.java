package dev.interestlens.data.source;

import java.util.List;
import java.util.stream.Stream;

/** Ways in which a time can be written down: units since 1970, and patterns in the letters of strptime. */
public final class TimeFormats {

    /** Units since 1970. */
    public static final List<String> UNITS = List.of("seconds", "milliseconds", "microseconds", "nanoseconds");

    /** Patterns; where several fit, the first one wins. */
    public static final List<String> PATTERNS = List.of(
            "%Y-%m-%d %H:%M:%S",
            "%Y-%m-%dT%H:%M:%S",
            "%Y-%m-%dT%H:%M:%SZ",
            "%Y-%m-%d %H:%M:%S.%f",
            "%Y-%m-%dT%H:%M:%S.%f",
            "%Y-%m-%dT%H:%M:%S.%fZ",
            "%Y-%m-%dT%H:%M:%S%z",
            "%Y-%m-%d %H:%M:%S UTC",
            "%Y-%m-%d %H:%M",
            "%Y-%m-%d",
            "%Y/%m/%d %H:%M:%S",
            "%Y/%m/%d %H:%M",
            "%Y/%m/%d",
            "%d.%m.%Y %H:%M:%S",
            "%d.%m.%Y %H:%M",
            "%d.%m.%Y",
            "%m/%d/%Y %H:%M:%S",
            "%d/%m/%Y %H:%M:%S",
            "%m/%d/%Y %H:%M",
            "%d/%m/%Y %H:%M",
            "%m/%d/%Y",
            "%d/%m/%Y",
            "%m-%d-%Y",
            "%d-%m-%Y",
            "%m %d, %Y",
            "%b %d, %Y",
            "%d %b %Y",
            "%a %b %d %H:%M:%S %Y",
            "%Y年%m月%d日 %H:%M:%S",
            "%Y年%m月%d日 %H:%M",
            "%Y年%m月%d日",
            "%Y%m%d%H%M%S",
            "%Y%m%d");

    /** Everything that can be chosen, {@code auto} first. */
    public static final List<String> ALL = Stream.of(List.of(PrepareOptions.AUTO), UNITS, PATTERNS)
            .flatMap(List::stream)
            .toList();

    private TimeFormats() {}

    /** The same pattern with day and month in each other's place; itself where it names a month before a day nowhere. */
    static String otherOrder(String pattern) {
        for (String between : List.of("/", "-")) {
            String monthFirst = "%m" + between + "%d" + between;
            String dayFirst = "%d" + between + "%m" + between;
            if (pattern.startsWith(monthFirst)) {
                return dayFirst + pattern.substring(monthFirst.length());
            }
            if (pattern.startsWith(dayFirst)) {
                return monthFirst + pattern.substring(dayFirst.length());
            }
        }
        return pattern;
    }
}
