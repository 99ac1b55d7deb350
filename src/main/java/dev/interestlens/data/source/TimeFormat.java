package dev.interestlens.data.source;

import java.util.List;

/**
 * How the text of a time becomes seconds since 1970.
 *
 * @param id as it is written into the data set's settings
 * @param sql an expression with {@code {t}} for the text; NULL where the text is no time
 */
record TimeFormat(String id, String sql) {

    private static final double MILLISECONDS_FROM = 1e11;
    private static final double MICROSECONDS_FROM = 1e14;
    private static final double NANOSECONDS_FROM = 1e17;

    private static final List<String> PATTERNS = List.of(
            "%Y-%m-%d %H:%M:%S",
            "%Y-%m-%dT%H:%M:%S",
            "%Y-%m-%dT%H:%M:%SZ",
            "%Y-%m-%d %H:%M:%S.%f",
            "%Y-%m-%dT%H:%M:%S.%f",
            "%Y-%m-%dT%H:%M:%S.%fZ",
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
            "%m %d, %Y",
            "%b %d, %Y",
            "%d %b %Y",
            "%a %b %d %H:%M:%S %Y",
            "%Y年%m月%d日 %H:%M:%S",
            "%Y年%m月%d日 %H:%M",
            "%Y年%m月%d日",
            "%Y%m%d%H%M%S",
            "%Y%m%d");

    /** The format that most of the texts have; patterns that come first win where several fit. */
    static TimeFormat of(Duck duck, List<String> texts) {
        List<String> seen = texts.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        long numbers = seen.stream().filter(Sniffer::isNumber).count();
        if (numbers * 2 > seen.size() || seen.isEmpty()) {
            TimeFormat calendar = calendarDigits(seen);
            return calendar == null ? epoch(seen) : calendar;
        }
        String values = seen.stream()
                .limit(200)
                .map(text -> "(" + Duck.literal(text) + ")")
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        String best = PATTERNS.get(0);
        long most = -1;
        for (String pattern : PATTERNS) {
            long fits = duck.number("SELECT count(try_strptime(t, " + Duck.literal(pattern) + ")) FROM (VALUES "
                    + values + ") AS v(t)");
            if (fits > most) {
                best = pattern;
                most = fits;
            }
        }
        return most > 0 || numbers == 0 ? pattern(best) : epoch(seen);
    }

    private static TimeFormat pattern(String pattern) {
        return new TimeFormat(
                pattern, "CAST(floor(epoch(try_strptime({t}, " + Duck.literal(pattern) + "))) AS BIGINT)");
    }

    // 20240131 and 20240131235959 are days, not seconds.
    private static TimeFormat calendarDigits(List<String> texts) {
        if (!texts.isEmpty() && texts.stream().allMatch(text -> text.matches("(19|20)\\d\\d(0[1-9]|1[0-2])[0-3]\\d"))) {
            return pattern("%Y%m%d");
        }
        boolean seconds = !texts.isEmpty()
                && texts.stream()
                        .allMatch(text -> text.matches("(19|20)\\d\\d(0[1-9]|1[0-2])[0-3]\\d[0-2]\\d[0-5]\\d[0-5]\\d"));
        return seconds ? pattern("%Y%m%d%H%M%S") : null;
    }

    private static TimeFormat epoch(List<String> texts) {
        double[] sorted = texts.stream()
                .filter(Sniffer::isNumber)
                .mapToDouble(text -> Math.abs(Double.parseDouble(text.strip().replace(',', '.'))))
                .sorted()
                .toArray();
        double median = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        if (median >= NANOSECONDS_FROM) {
            return scaled("nanoseconds", 1_000_000_000);
        }
        if (median >= MICROSECONDS_FROM) {
            return scaled("microseconds", 1_000_000);
        }
        return median >= MILLISECONDS_FROM ? scaled("milliseconds", 1000) : scaled("seconds", 1);
    }

    private static TimeFormat scaled(String id, long unit) {
        String whole = "try_cast({t} AS BIGINT)";
        return new TimeFormat(id, unit == 1 ? whole : "(" + whole + " // " + unit + ")");
    }

    String expression(String column) {
        return sql.replace("{t}", column);
    }
}
