package dev.interestlens.data.source;

import dev.interestlens.store.Problem;
import java.util.List;

/**
 * How the text of a time becomes seconds since 1970.
 *
 * @param id as it is written into the data set's settings
 * @param sql an expression with {@code {t}} for the text; NULL where the text is no time
 * @param doubtful whether day and month could stand in each other's place
 */
record TimeFormat(String id, String sql, boolean doubtful) {

    private static final double MILLISECONDS_FROM = 1e11;
    private static final double MICROSECONDS_FROM = 1e14;
    private static final double NANOSECONDS_FROM = 1e17;

    /** What was chosen, or what the texts look like. */
    static TimeFormat of(Duck duck, String chosen, List<String> texts) {
        if (chosen.equals(PrepareOptions.AUTO)) {
            return of(duck, texts);
        }
        if (TimeFormats.UNITS.contains(chosen)) {
            return scaled(chosen, (long) Math.pow(1000, TimeFormats.UNITS.indexOf(chosen)));
        }
        if (!chosen.contains("%")) {
            throw Problem.usage(TimeFormat.class, "timeFormat")
                    .value(chosen)
                    .with("units", String.join(", ", TimeFormats.UNITS))
                    .exception();
        }
        return pattern(chosen);
    }

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
        String best = TimeFormats.PATTERNS.get(0);
        long most = -1;
        for (String pattern : TimeFormats.PATTERNS) {
            long fits = fits(duck, pattern, values);
            if (fits > most) {
                best = pattern;
                most = fits;
            }
        }
        if (most <= 0 && numbers > 0) {
            return epoch(seen);
        }
        String other = TimeFormats.otherOrder(best);
        TimeFormat found = pattern(best);
        boolean doubtful = !other.equals(best) && most > 0 && fits(duck, other, values) == most;
        return new TimeFormat(found.id, found.sql, doubtful);
    }

    private static long fits(Duck duck, String pattern, String values) {
        return duck.number(
                "SELECT count(try_strptime(t, " + Duck.literal(pattern) + ")) FROM (VALUES " + values + ") AS v(t)");
    }

    private static TimeFormat pattern(String pattern) {
        return new TimeFormat(
                pattern, "CAST(floor(epoch(try_strptime({t}, " + Duck.literal(pattern) + "))) AS BIGINT)", false);
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
        return new TimeFormat(id, unit == 1 ? whole : "(" + whole + " // " + unit + ")", false);
    }

    String expression(String column) {
        return sql.replace("{t}", column);
    }
}
