package dev.interestlens.data.source.time;

import dev.interestlens.data.source.ImportRules;
import dev.interestlens.data.source.ImportRules.MissingTimes;
import dev.interestlens.data.source.file.Duck;
import dev.interestlens.data.source.file.TextTable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Judges the values of a column of times one at a time: whether each is a time, stands for a missing one, or lies so far outside that it cannot be
 * meant. A column whose values are mostly times between 1990 and 2100 is dated; others, such as counts, are taken as they are.
 *
 * @param format of the column
 * @param value SQL of its text, or of the column itself where the format is typed
 * @param dated whether it is dated
 * @param missing what becomes of missing times
 * @param dropFar whether a dated column has no times outside of 1990–2099
 */
public record TimeRule(TimeFormat format, String value, boolean dated, MissingTimes missing, boolean dropFar) {

    /** Dates that programs write where there is none. */
    private static final List<LocalDate> NO_DATES = List.of(
            LocalDate.EPOCH,
            LocalDate.of(1753, 1, 1),
            LocalDate.of(1899, 12, 30),
            LocalDate.of(1899, 12, 31),
            LocalDate.of(1900, 1, 1),
            LocalDate.of(9999, 12, 31));

    private static final long DAY = 86_400_000_000L;
    private static final long HALF_A_DAY = DAY / 2;
    private static final long SECOND = 1_000_000;

    /** Takes every time as it is. */
    public static TimeRule plain(TimeFormat format, String value) {
        return new TimeRule(format, value, false, MissingTimes.ASK, false);
    }

    public static TimeRule of(TimeFormat format, String value, boolean dated, ImportRules rules) {
        return new TimeRule(format, value, dated, rules.missingTimes(), rules.dropFarTimes());
    }

    /** Whether its times are numbers of some unit since 1970. */
    public boolean isNumber() {
        return TimeFormats.UNITS.containsAll(TimeFormats.each(format.id()));
    }

    /** SQL of the text, NULL where times are not written as text. */
    public String text() {
        return format.isTyped() ? "NULL" : value;
    }

    /** SQL of the microseconds. */
    public String micros() {
        String micros = format.expression(value);
        if (missing != MissingTimes.LAST) {
            return micros;
        }
        return "CASE WHEN " + isMissing() + " THEN " + TimeFormat.LAST + " ELSE " + micros + " END";
    }

    /** SQL that tells whether a value stands for a missing time. */
    public String isMissing() {
        return "(" + nothing(value) + (dated ? " OR " + standsForNone(format.expression(value)) : "") + ")";
    }

    /** SQL that tells whether a value is a time that can be meant. */
    public String isTime() {
        return dated ? "coalesce(" + TimeFormat.plausible(micros()) + ", false)" : "NOT " + isMissing();
    }

    /** SQL of the cases in which a row is left out, over {@code t} and the text {@code tx}. */
    public String reasons() {
        StringBuilder sql = new StringBuilder();
        if (missing == MissingTimes.LEAVE_OUT) {
            sql.append(" WHEN t IS NULL AND " + nothing("tx") + " THEN 'missingTime'");
        } else if (dated && !format.isTyped()) {
            sql.append(" WHEN t IS NULL AND " + noYear("tx") + " THEN 'missingTime'");
        }
        sql.append(" WHEN t IS NULL THEN 'noTime'");
        if (!dated) {
            return sql.toString();
        }
        String outside = " WHEN NOT t " + between() + " AND t <> " + TimeFormat.LAST;
        sql.append(outside + " AND " + standsForNone("t") + " THEN 'missingTime'");
        otherUnits().ifPresent(other -> sql.append(outside + " AND " + other + " THEN 'otherUnit'"));
        return dropFar ? sql.append(outside + " THEN 'outsideYears'").toString() : sql.toString();
    }

    private Optional<String> otherUnits() {
        List<String> own = TimeFormats.each(format.id());
        if (own.stream().noneMatch(TimeFormats.UNITS::contains)) {
            return Optional.empty();
        }
        return Optional.of(TimeFormats.UNITS.stream()
                .filter(unit -> !own.contains(unit))
                .map(unit -> TimeFormat.plausible(TimeFormat.of(unit).expression("tx")))
                .collect(Collectors.joining(" OR ", "(", ")")));
    }

    private static String between() {
        return TimeFormat.plausible("").strip();
    }

    /** Whether a text is empty or a word for nothing, or a column has no value. */
    private String nothing(String value) {
        String none = value + " IS NULL";
        return format.isTyped()
                ? none
                : "(" + none + " OR " + value + " IN " + Duck.literals(TextTable.MISSING) + " OR " + noYear(value)
                        + ")";
    }

    private static String noYear(String text) {
        return "coalesce(left(" + text + ", 10) IN ('0000-00-00', '0001-01-01'), false)";
    }

    // A date with a zone may begin up to half a day before or after the one in UTC. A number other than 0 and -1 is
    // no such date.
    private String standsForNone(String micros) {
        if (isNumber()) {
            return "coalesce(" + micros + " BETWEEN " + -SECOND + " AND 0, false)";
        }
        return NO_DATES.stream()
                .map(date -> date.atStartOfDay().toEpochSecond(ZoneOffset.UTC) * SECOND)
                .map(start -> micros + " BETWEEN " + (start - HALF_A_DAY) + " AND " + (start + DAY + HALF_A_DAY - 1))
                .collect(Collectors.joining(" OR ", "coalesce(", ", false)"));
    }
}
