package dev.interestlens.data.source.role;

import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.ColumnType;
import dev.interestlens.data.source.role.ColumnName.Meaning;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Finds the column of the times of events: dates, or numbers of a time's size, that differ from event to event.
 *
 * @param keys the columns of users and items: what they decide is a date of theirs
 * @param types column → SQL type, where the file says one
 */
record EventTime(FoundRoles found, List<String> keys, Map<String, String> types) {
    private static final double LIKELY = 0.5;
    private static final double ANOTHER_DATE = 0.6;

    void find() {
        String exact = found.known().get(Roles.TIME);
        if (exact != null
                && !found.isFound(exact)
                && !found.table().values(exact).isClock()) {
            takeFinest(exact, 0.97);
            return;
        }
        found.rest().stream()
                .filter(column -> likelihood(column) >= LIKELY)
                .sorted(Comparator.comparing((String column) -> -likelihood(column)))
                .findFirst()
                .ifPresent(column -> takeFinest(column, likelihood(column)));
    }

    /** Takes a column or, where it holds days alone, another one that has the time of the day as well. */
    private void takeFinest(String column, double confidence) {
        TableSample table = found.table();
        String finest = !table.isTold()
                ? column
                : found.rest().stream()
                        .filter(each -> table.values(each).refines(table.values(column))
                                && table.name(each).lacks(Meaning.OTHERDATE, Meaning.DURATION))
                        .findFirst()
                        .orElse(column);
        take(finest, confidence, kind(finest));
    }

    private String kind(String column) {
        SampledColumn values = found.table().values(column);
        if (!found.table().isTold()) {
            return "named";
        }
        if (values.isEpoch() || values.isMonthDay()) {
            return values.isEpoch() ? "epochs" : "monthDays";
        }
        return values.isDate() || values.isCompactDate() ? "dates" : "named";
    }

    /** Finds the column of the time of the day, where that of the times holds days alone. */
    void findClock() {
        TableSample table = found.table();
        found.column(Roles.TIME).filter(day -> table.values(day).isDay()).ifPresent(day -> found.rest().stream()
                .filter(column ->
                        table.values(column).isClock() && table.name(column).lacks(Meaning.OTHERDATE, Meaning.DURATION))
                .findFirst()
                .ifPresent(column -> found.take(column, Roles.CLOCK, 0.95, "clock", day)));
    }

    private void take(String column, double confidence, String why) {
        found.take(
                column,
                Roles.TIME,
                confidence,
                why,
                found.table().values(column).example());
    }

    private double likelihood(String column) {
        TableSample table = found.table();
        ColumnName name = table.name(column);
        SampledColumn values = table.values(column);
        if (!table.isTold() || values.distinct() < 2) {
            boolean clear = name.clean() && name.lacks(Meaning.OTHERDATE, Meaning.DURATION);
            return clear && name.has(Meaning.TIME) && values.isDate() ? 0.8 : 0;
        }
        boolean ofAKey =
                keys.stream().anyMatch(key -> table.decides(key, column).holds());
        double dates = dates(column);
        return name.has(Meaning.OTHERDATE) || ofAKey ? ANOTHER_DATE * dates : dates;
    }

    private double dates(String column) {
        ColumnName name = found.table().name(column);
        SampledColumn values = found.table().values(column);
        boolean named = name.has(Meaning.TIME) || name.has(Meaning.TRANSACTION);
        if (values.isDate() || new ColumnType(types.getOrDefault(column, "")).isMoment()) {
            return named ? 0.95 : 0.85;
        }
        if (values.isCompactDate() && name.has(Meaning.TIME)) {
            return 0.9;
        }
        if (values.isMonthDay() && name.has(Meaning.TIME) && name.lacks(Meaning.DURATION)) {
            return 0.8;
        }
        if (!values.isEpoch()) {
            return 0;
        }
        if (name.lacks(Meaning.USER, Meaning.ITEM, Meaning.ID)) {
            return named ? 0.95 : 0.55;
        }
        return name.has(Meaning.TIME) ? 0.8 : 0;
    }
}
