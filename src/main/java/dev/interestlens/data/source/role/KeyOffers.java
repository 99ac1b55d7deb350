package dev.interestlens.data.source.role;

import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.role.ColumnName.Meaning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The columns that a person is offered as that of the users or of the items, the likeliest first.
 *
 * @param taken whether a column has another role already
 */
record KeyOffers(FoundRoles found, TableSample table, Predicate<String> taken) {
    /** What a name may not speak of where its column has the keys of users or items. */
    static final Meaning[] NO_KEY = {
        Meaning.TITLE,
        Meaning.PERSON,
        Meaning.CONTACT,
        Meaning.PLACE,
        Meaning.RATING,
        Meaning.TIME,
        Meaning.OTHERDATE,
        Meaning.CATEGORY,
        Meaning.PRICE,
        Meaning.QUANTITY,
        Meaning.DURATION,
        Meaning.MAKER,
        Meaning.TEXT,
        Meaning.STAFF,
        Meaning.KIND,
        Meaning.EVENT,
        Meaning.LABEL
    };

    private static final double CLEARLY = 2;
    private static final int OFFERED = 5;
    private static final int FEWEST = 9;

    KeyOffers(FoundRoles found, Predicate<String> taken) {
        this(found, found.table(), taken);
    }

    /**
     * The columns for a role.
     *
     * @param other the known column of the other role; null where it is open
     * @param named those that stand first, since their names say so
     */
    List<String> of(Roles role, String other, List<String> named) {
        List<String> offered = new ArrayList<>(named);
        likely(role, other).stream().filter(column -> !offered.contains(column)).forEach(offered::add);
        if (offered.isEmpty()) {
            table.columns().stream()
                    .filter(column -> isNamedAlone(role)
                            && hasKeyValues(column, other)
                            && !table.values(column).isEpoch()
                            && table.name(column).lacks(Meaning.TIME))
                    .forEach(offered::add);
        }
        table.columns().stream()
                .filter(column -> isNamedAlone(role, column) && !offered.contains(column))
                .forEach(offered::add);
        offered.sort(Comparator.comparing(column -> table.values(column).isUnique()));
        return List.copyOf(offered.subList(0, Math.min(OFFERED, offered.size())));
    }

    private boolean isNamedAlone(Roles role) {
        return table.columns().stream().anyMatch(column -> isNamedAlone(role, column));
    }

    /** Whether its name says so and its values are impossible: it is offered last. */
    private boolean isNamedAlone(Roles role, String column) {
        Meaning own = role == Roles.USER ? Meaning.USER : Meaning.ITEM;
        boolean named = found.isExact(role, column)
                || table.name(column).has(own) && table.name(column).lacks(NO_KEY);
        return named && table.isFew(column) && table.values(column).filled() > 0 && !taken.test(column);
    }

    /**
     * The columns that may have a role, the likeliest first. Beside the known column of the other role, users have few values and items many; where both
     * are open, the two with the most values come first, in the order that {@link #isUserFirst} says.
     */
    private List<String> likely(Roles role, String other) {
        boolean user = role == Roles.USER;
        List<String> all = new ArrayList<>(table.columns().stream()
                .filter(column -> mayBe(column, other))
                .sorted(Comparator.comparing(
                                (String column) -> table.values(column).isEpoch())
                        .thenComparing(column -> table.name(column).has(Meaning.TRANSACTION))
                        .thenComparing(column -> other != null && isDescribed(column) == user)
                        .thenComparing(column -> !table.name(column).has(Meaning.ID))
                        .thenComparing(column -> (user && other != null ? 1 : -1)
                                * table.values(column).distinct()))
                .toList());
        if (other == null && all.size() > 1 && isUserFirst(all.get(0), all.get(1)) != user) {
            all.add(1, all.remove(0));
        }
        return all;
    }

    /**
     * Whether the first of two columns is more likely that of the users: the other one decides a further column, such as a category; or else rows are
     * grouped by it; or else it comes first, unless it is the one whose values occur clearly less equally, since few items are chosen very often.
     */
    private boolean isUserFirst(String first, String second) {
        if (isTold(first, second) != isTold(second, first)) {
            return isTold(second, first);
        }
        if (table.values(first).isGrouped() != table.values(second).isGrouped()) {
            return table.values(first).isGrouped();
        }
        boolean before = table.columns().indexOf(first) < table.columns().indexOf(second);
        double equal = table.values(second).skew() / table.values(first).skew();
        return before ? equal * CLEARLY > 1 : equal > CLEARLY;
    }

    /** Whether it decides a column that does not speak of persons. */
    private boolean isTold(String column, String partner) {
        return table.columns().stream()
                .filter(other -> !other.equals(column) && !other.equals(partner))
                .filter(other -> table.name(other).lacks(Meaning.PERSON, Meaning.PLACE, Meaning.CONTACT, Meaning.USER))
                .anyMatch(other -> table.decides(column, other).holds());
    }

    /** Whether it decides a category, title, maker or price, as an item does. */
    private boolean isDescribed(String column) {
        return table.columns().stream()
                .filter(other ->
                        !table.name(other).lacks(Meaning.CATEGORY, Meaning.TITLE, Meaning.MAKER, Meaning.PRICE))
                .anyMatch(other ->
                        !other.equals(column) && table.decides(column, other).holds());
    }

    /**
     * Whether a column may be that of users or items.
     *
     * @param other the known column of the other role; null where it is open
     */
    boolean mayBe(String column, String other) {
        return table.name(column).lacks(NO_KEY) && hasKeyValues(column, other);
    }

    private boolean hasKeyValues(String column, String other) {
        SampledColumn values = table.values(column);
        return !taken.test(column)
                && values.distinct() > FEWEST
                && !values.isUnique()
                && !values.isDate()
                && !values.isFraction()
                && !values.isProse()
                && !values.isScale()
                && !values.isList()
                && (other == null
                        || !table.decides(other, column).holds()
                                && !table.decides(column, other).holds());
    }
}
