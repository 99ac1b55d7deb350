package dev.interestlens.data.source.role;

import dev.interestlens.data.source.RoleGuess;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.ColumnType;
import dev.interestlens.data.source.role.ColumnName.Meaning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the column of the times of events: dates, or numbers of a time's size, that differ from event to event. Of several, one with few values is no time
 * of events, the better name counts among the others, and a person is asked where neither decides; so it is where only whole numbers give an order.
 */
final class EventTime {
    private static final double LIKELY = 0.5;
    private static final double ANOTHER_DATE = 0.6;
    private static final double ASKED = 0.5;

    /** So few values, each in so many rows, are those of a load or an export, where another column has so many times as many. */
    private static final int COARSE = 30;

    private static final int ROWS_OF_A_LOAD = 40;
    private static final int FINER = 5;
    private static final int OFFERED = 5;

    private final FoundRoles found;
    private final TableSample table;
    private final List<String> keys;
    private final Map<String, String> types;
    private final List<String> open = new ArrayList<>();

    /**
     * @param keys the columns of users and items: what they decide is a date of theirs
     * @param types column → SQL type, where the file says one
     */
    EventTime(FoundRoles found, List<String> keys, Map<String, String> types) {
        this.found = found;
        this.table = found.table();
        this.keys = keys;
        this.types = types;
    }

    /** The columns that it may be where a person is asked, the likeliest first. */
    List<String> open() {
        return List.copyOf(open);
    }

    void find() {
        List<String> dates = found.rest().stream()
                .filter(column -> likelihood(column) >= LIKELY)
                .sorted(Comparator.comparing((String column) -> -likelihood(column)))
                .toList();
        List<String> sure = dates.stream().filter(column -> !isAnother(column)).toList();
        List<String> named = found.rest().stream().filter(this::isNamedExactly).toList();
        List<String> orders = isLog()
                ? found.rest().stream()
                        .filter(column -> isOrder(column) && !dates.contains(column))
                        .toList()
                : List.of();
        if (!named.isEmpty() && (!isLog() || sure.isEmpty())) {
            takeFinest(named.get(0), 0.97);
        } else if (isLog() && !sure.isEmpty()) {
            choose(sure);
        } else if (!orders.isEmpty()) {
            ask(Stream.concat(orders.stream(), dates.stream()).toList());
        } else if (!dates.isEmpty()) {
            takeFinest(dates.get(0), likelihood(dates.get(0)));
        }
    }

    private boolean isLog() {
        return table.isTold() && keys.size() > 1;
    }

    /** Whether it has a usual name of times and its values are none in a notation known here, or some in one: a person is asked how they are written. */
    private boolean isNamedExactly(String column) {
        SampledColumn values = table.values(column);
        boolean kinds = values.isNumber() && table.isFew(column) && !values.isEpoch() && !values.isCompactDate();
        return found.isExact(Roles.TIME, column) && !values.isClock() && !kinds;
    }

    private void choose(List<String> dates) {
        int most = dates.stream().mapToInt(this::distinct).max().orElse(0);
        List<String> fine =
                dates.stream().filter(column -> !isCoarse(column, most)).toList();
        String best = fine.stream()
                .min(Comparator.comparing((String column) -> -known(column))
                        .thenComparing(column -> !found.isExact(Roles.TIME, column))
                        .thenComparing(column -> -distinct(column)))
                .orElseThrow();
        List<String> rivals = dates.stream()
                .filter(other -> !other.equals(best) && isRival(other, best, most))
                .toList();
        if (rivals.isEmpty()) {
            takeFinest(best, Math.max(likelihood(best), found.isExact(Roles.TIME, best) ? 0.97 : 0));
        } else {
            ask(Stream.concat(Stream.of(best), rivals.stream()).toList());
        }
    }

    private boolean isCoarse(String column, int most) {
        return distinct(column) <= COARSE
                && distinct(column) * ROWS_OF_A_LOAD <= table.values(column).filled()
                && distinct(column) * FINER <= most;
    }

    /** Whether it may as well be the time of events as the best one: its name says as much, or more though its values are few. */
    private boolean isRival(String other, String best, int most) {
        boolean as = isCoarse(other, most) ? known(other) > known(best) : known(other) == known(best);
        return as
                && distinct(other) * FINER > (isCoarse(other, most) ? 0 : distinct(best))
                && !table.values(other).isNear(table.values(best));
    }

    private int distinct(String column) {
        return table.values(column).distinct();
    }

    /** How well its name says that it is a time of events. */
    private int known(String column) {
        boolean whole = RoleGuess.of(List.of(column)).has(Roles.TIME);
        return whole ? 2 : table.name(column).lacks(Meaning.TIME, Meaning.TRANSACTION) ? 0 : 1;
    }

    private void ask(List<String> columns) {
        open.addAll(columns.subList(0, Math.min(OFFERED, columns.size())));
        String first = open.get(0);
        found.take(
                first,
                Roles.TIME,
                ASKED,
                ReasonKind.OPEN_TIME,
                table.values(first).order());
        columns.stream()
                .skip(1)
                .forEach(column -> found.leave(
                        column, ReasonKind.MAYBE_TIME, table.values(column).order()));
    }

    /** Whether its numbers may give an order, such as those of days, hours and steps. */
    private boolean isOrder(String column) {
        ColumnName name = table.name(column);
        SampledColumn values = table.values(column);
        boolean named = name.has(Meaning.TIME) || values.isWhole() && name.has(Meaning.ORDER);
        return named
                && values.isNumber()
                && values.distinct() > 2
                && values.negative().isEmpty()
                && name.lacks(
                        Meaning.ID,
                        Meaning.OTHERDATE,
                        Meaning.DURATION,
                        Meaning.QUANTITY,
                        Meaning.PRICE,
                        Meaning.RATING,
                        Meaning.PERSON)
                && !isOfAKey(column);
    }

    private boolean isOfAKey(String column) {
        return keys.stream().anyMatch(key -> table.decides(key, column).holds());
    }

    /** Takes a column or, where it holds days alone, another one that has the time of the day as well. */
    private void takeFinest(String column, double confidence) {
        SampledColumn days = table.values(column);
        String finest = !table.isTold()
                ? column
                : found.rest().stream()
                        .filter(each -> table.values(each).refines(days)
                                && table.name(each).lacks(Meaning.OTHERDATE, Meaning.DURATION))
                        .findFirst()
                        .orElse(column);
        found.take(
                finest,
                Roles.TIME,
                confidence,
                kind(finest),
                table.values(finest).example());
    }

    private ReasonKind kind(String column) {
        SampledColumn values = table.values(column);
        if (!table.isTold()) {
            return ReasonKind.TIME_NAMED;
        }
        if (values.isEpoch() || values.isMonthDay()) {
            return values.isEpoch() ? ReasonKind.EPOCHS : ReasonKind.MONTH_DAYS;
        }
        return values.isDate() || values.isCompactDate() ? ReasonKind.DATES : ReasonKind.TIME_NAMED;
    }

    /** Finds the column of the time of the day, where that of the times holds days alone. */
    void findClock() {
        found.column(Roles.TIME).filter(day -> table.values(day).isDay()).ifPresent(day -> found.rest().stream()
                .filter(this::isClock)
                .findFirst()
                .ifPresent(column -> found.take(column, Roles.CLOCK, 0.95, ReasonKind.CLOCK, day)));
    }

    private boolean isClock(String column) {
        ColumnName name = table.name(column);
        SampledColumn values = table.values(column);
        return (values.isClock() || values.isHour() && name.has(Meaning.HOUR))
                && name.lacks(Meaning.OTHERDATE, Meaning.DURATION);
    }

    private double likelihood(String column) {
        ColumnName name = table.name(column);
        SampledColumn values = table.values(column);
        if (!table.isTold() || values.distinct() < 2) {
            boolean clear = name.clean() && name.lacks(Meaning.OTHERDATE, Meaning.DURATION);
            return clear && name.has(Meaning.TIME) && values.isDate() ? 0.8 : 0;
        }
        double dates = dates(column);
        return isAnother(column) ? ANOTHER_DATE * dates : dates;
    }

    /** Whether it is another date than that of the event, such as a birthday of the user. */
    private boolean isAnother(String column) {
        return table.name(column).has(Meaning.OTHERDATE) || isOfAKey(column);
    }

    private double dates(String column) {
        ColumnName name = table.name(column);
        SampledColumn values = table.values(column);
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
