package dev.interestlens.data.source.time;

import dev.interestlens.data.source.file.Duck;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How much the text of a time says; what it leaves open is read as 00:00 and as UTC. */
public enum TimeDetail {
    ZONED(".*\\d:\\d\\d.*(Z|z|UTC|GMT|[+-]\\d{2}(:?\\d{2})?)"),
    CLOCK(".*\\d:\\d\\d.*"),
    DAY("\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?|\\d{8}|\\d{1,2}[-/. ]\\d{1,2}[-/. ]\\d{2,4}"
            + "|\\d{1,2}[-/. ]\\p{L}{3,9}\\.?[-/. ,]+\\d{2,4}|\\p{L}{3,9}\\.? \\d{1,2}, ?\\d{4}");

    private final String pattern;

    TimeDetail(String pattern) {
        this.pattern = pattern;
    }

    private static Optional<TimeDetail> of(String text) {
        return Arrays.stream(values())
                .filter(detail -> text.matches(detail.pattern))
                .findFirst();
    }

    /** The first text of each detail. */
    public static Map<TimeDetail, String> first(List<String> texts) {
        Map<TimeDetail, String> first = new EnumMap<>(TimeDetail.class);
        texts.forEach(text -> of(text).ifPresent(detail -> first.putIfAbsent(detail, text)));
        return first;
    }

    /** SQL that gives the ordinal of the detail of a text, or NULL. */
    public static String sql(String text) {
        return Arrays.stream(values())
                .map(detail -> " WHEN regexp_full_match(" + text + ", " + Duck.literal(detail.pattern) + ") THEN "
                        + detail.ordinal())
                .collect(Collectors.joining("", "CAST(CASE", " END AS TINYINT)"));
    }
}
