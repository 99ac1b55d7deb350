package dev.interestlens.data.source.time;

import dev.interestlens.data.source.file.Duck;
import dev.interestlens.store.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a time becomes microseconds since 1970 in UTC. A time without a zone counts as UTC.
 *
 * @param id as it is written into the data set's settings
 * @param sql an expression with {@code {t}} for the text, or for the column itself where {@link #isTyped}; NULL where it is not a time
 */
public record TimeFormat(String id, String sql) {

    /** 1990 and 2100: times outside of these years need a confirmation. */
    static final long PLAUSIBLE_FROM = 631_152_000_000_000L;

    static final long PLAUSIBLE_TO = 4_102_444_800_000_000L;

    /** The id of columns that hold times instead of texts. */
    public static final String TYPED = "timestamp";

    /** Stands for a missing time that counts as the last one; no format gives such a number. */
    public static final long LAST = 3_000_000_000_000_000_000L;

    private static final long DAY = 86_400_000_000L;

    // Larger numbers would overflow 64 bits when they are added to others.
    private static final long FARTHEST = 2_000_000_000_000_000_000L;
    private static final long YEAR_1000 = -30_610_224_000_000_000L;
    private static final String ZONE = "(Z|z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?$";
    private static final String ISO = "^(\\d{4}[-/]\\d{1,2}[-/]\\d{1,2})(?:[T ](\\d{1,2}:\\d{2}(?::\\d{2})?)"
            + "(?:[.,](\\d{1,9}))? ?" + ZONE.replace("$", "") + ")?$";
    /** At least one field of DuckDB's strptime, and only fields that it has. */
    private static final String PATTERN = "(?s)(?=.*%)(?:[^%]|%(?:%|-?[aAbBcdfgGHIjmMnpSuUVwWxXyYzZ]))*";

    /** Morning and afternoon in Chinese, Japanese and Korean, which stand before the hour. */
    private static final String AM = "上午|午前|오전";

    private static final String PM = "下午|午後|오후";

    /** Halves of a day that {@code %p} reads, as a regular expression. */
    static final String HALVES = "[AaPp][Mm]|" + AM + "|" + PM;

    private static final String CLOCK =
            "^(.*?\\d{1,2}:\\d{2}(?::\\d{2})?)(?:[.,](\\d{1,6})\\d*)?( ?[AaPp][Mm])? ?" + ZONE;

    /** A unit, {@code iso}, a pattern, or several of them with commas between. */
    public static TimeFormat of(String id) {
        return several(TimeFormats.each(id).stream().map(TimeFormat::one).toList());
    }

    /** Reads each value by the first format that gives a time between 1990 and 2100, else by the first that can read it. */
    static TimeFormat several(List<TimeFormat> formats) {
        if (formats.size() == 1) {
            return formats.get(0);
        }
        List<String> all = formats.stream().map(TimeFormat::sql).toList();
        String fitting = all.stream()
                .map(sql -> " WHEN " + plausible(sql) + " THEN " + sql)
                .collect(Collectors.joining());
        return new TimeFormat(
                formats.stream().map(TimeFormat::id).collect(Collectors.joining(", ")),
                "CASE" + fitting + " ELSE coalesce(" + String.join(", ", all) + ") END");
    }

    /** SQL that tells whether microseconds lie between 1990 and 2100. */
    static String plausible(String micros) {
        return micros + " BETWEEN " + PLAUSIBLE_FROM + " AND " + (PLAUSIBLE_TO - 1);
    }

    /** The same without the time of the day. */
    TimeFormat days() {
        return several(TimeFormats.each(id).stream()
                .map(each -> one(TimeFormats.DAY_OF + each))
                .toList());
    }

    private static TimeFormat one(String id) {
        if (id.startsWith(TimeFormats.DAY_OF)) {
            String whole = one(id.substring(TimeFormats.DAY_OF.length())).sql;
            return new TimeFormat(id, "((" + whole + ") // " + DAY + " * " + DAY + ")");
        }
        if (TimeFormats.UNITS.contains(id)) {
            return number(id);
        }
        if (id.equals(TimeFormats.ISO)) {
            return iso();
        }
        if (!id.matches(PATTERN)) {
            throw Problem.usage(TimeFormat.class, "timeFormat")
                    .value(id)
                    .exception("units", String.join(", ", TimeFormats.UNITS));
        }
        return pattern(id);
    }

    /** Of a column whose type is a date or a time of a day; no zone counts as UTC. */
    public static TimeFormat typed() {
        return new TimeFormat(
                TYPED, "CASE WHEN epoch_us({t}) BETWEEN " + -FARTHEST + " AND " + FARTHEST + " THEN epoch_us({t}) END");
    }

    /** Whether it reads the column itself and not its text. */
    public boolean isTyped() {
        return id.equals(TYPED);
    }

    /** Whether it counts a unit since 1970. */
    boolean isUnit() {
        return TimeFormats.UNITS.contains(id);
    }

    /** The known pattern that has day and month the other way round. */
    Optional<TimeFormat> swapped() {
        String other = id.replace("%d", "%_").replace("%m", "%d").replace("%_", "%m");
        return other.equals(id) || !TimeFormats.PATTERNS.contains(other) ? Optional.empty() : Optional.of(of(other));
    }

    /** SQL that gives the microseconds of what the given SQL gives. */
    String expression(String column) {
        return sql.replace("{t}", column);
    }

    // Whole numbers stay whole; numbers with a fraction are doubles, which are exact to a microsecond in the years in
    // question.
    private static TimeFormat number(String unit) {
        String whole = "try_cast({t} AS BIGINT)";
        String real = "try_cast(replace({t}, ',', '.') AS DOUBLE)";
        String wholeMicros;
        String realMicros;
        if (unit.equals("nanoseconds")) {
            wholeMicros = whole + " // 1000";
            realMicros = "floor(" + real + " / 1000)";
        } else {
            long scale = 1_000_000 / (long) Math.pow(1000, TimeFormats.UNITS.indexOf(unit));
            long most = FARTHEST / scale;
            wholeMicros = "CASE WHEN " + whole + " BETWEEN " + -most + " AND " + most + " THEN " + whole + " * " + scale
                    + " END";
            realMicros = "round(" + real + " * " + scale + ")";
        }
        String guarded = "CASE WHEN " + realMicros + " BETWEEN " + -FARTHEST + " AND " + FARTHEST + " THEN try_cast("
                + realMicros + " AS BIGINT) END";
        return new TimeFormat(
                unit,
                "CASE WHEN contains({t}, '.') THEN " + guarded + " ELSE coalesce(" + wholeMicros + ", " + guarded
                        + ") END");
    }

    // The cast ignores a zone, so that it is used only for texts too short for one.
    private static TimeFormat iso() {
        String parts = extract(ISO, "d", "h", "f", "z");
        String text = "trim(concat(" + parts + ".d, ' ', " + parts + ".h, CASE WHEN " + parts
                + ".f = '' THEN '' ELSE '.' END, " + parts + ".f))";
        return new TimeFormat(
                TimeFormats.ISO,
                sinceYear1000("CASE WHEN length({t}) = 19 AND {t}[17] = ':' AND {t}[5] IN ('-', '/')"
                        + " THEN epoch_us(try_cast({t} AS TIMESTAMP)) ELSE epoch_us(try_cast(" + text
                        + " AS TIMESTAMP)) - " + offset(parts + ".z") + " END"));
    }

    // A fraction of the second and a zone may follow any clock time, whether the pattern has them or not.
    private static TimeFormat pattern(String pattern) {
        String text = pattern.contains("%p")
                ? "regexp_replace(regexp_replace({t}, '" + AM + "', 'AM'), '" + PM + "', 'PM')"
                : "{t}";
        return new TimeFormat(pattern, sinceYear1000(micros(pattern).replace("{t}", text)));
    }

    private static String micros(String pattern) {
        String exact = "epoch_us(try_strptime({t}, " + formats(pattern) + "))";
        if (!pattern.contains("%M") || pattern.contains("%z") || pattern.contains("%Z")) {
            return exact;
        }
        String parts = extract(CLOCK, "b", "f", "m", "z");
        String text = "concat(" + parts + ".b, CASE WHEN " + parts + ".f = '' THEN '' ELSE '.' END, " + parts + ".f, "
                + parts + ".m)";
        String zoned = "epoch_us(try_strptime(" + text + ", " + formats(pattern) + ")) - " + offset(parts + ".z");
        return "coalesce(" + exact + ", " + zoned + ")";
    }

    private static String formats(String pattern) {
        String exact = Duck.literal(pattern);
        boolean cut = pattern.contains("%S") && !pattern.contains("%f") && !pattern.contains("%g");
        return cut ? "[" + exact + ", " + Duck.literal(pattern.replace("%S", "%S.%f")) + "]" : exact;
    }

    private static String extract(String regex, String... names) {
        return "regexp_extract({t}, " + Duck.literal(regex) + ", ['" + String.join("', '", names) + "'])";
    }

    private static String offset(String zone) {
        return "(CASE WHEN length(" + zone + ") < 3 OR " + zone + " IN ('UTC', 'GMT') THEN 0 ELSE (CASE " + zone
                + "[1] WHEN '-' THEN -1 ELSE 1 END) * (coalesce(try_cast(" + zone + "[2:3] AS BIGINT), 0) * 3600000000"
                + " + CASE WHEN length(" + zone + ") > 3 THEN coalesce(try_cast(right(" + zone
                + ", 2) AS BIGINT), 0) * 60000000 ELSE 0 END) END)";
    }

    // A year of two digits that is read as one of four is not a year.
    private static String sinceYear1000(String micros) {
        return "nullif(greatest(" + micros + ", " + YEAR_1000 + "), " + YEAR_1000 + ")";
    }
}
