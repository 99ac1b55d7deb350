package dev.interestlens.data.source.role;

import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.role.ColumnName.Meaning;
import java.util.Comparator;
import java.util.List;

/**
 * Finds what the columns beside user, item and time are: what tells of the choice, titles and categories of items, and further fields of what they tell
 * about. Some say nothing and are left out.
 */
final class DescribedColumns {
    private static final int VALUES = 60;
    private static final int CATEGORIES = 500;
    private static final double MANY = 0.8;
    private static final double SOME = 0.3;
    private static final double FEW = 0.35;

    private final FoundRoles found;
    private final TableSample table;
    private final String user;
    private final String item;
    private final int items;
    private final ColumnOwners owners;
    private final ChoiceColumns choices;

    /**
     * @param user column of the users; null in a table of items
     * @param item column of the items; null in a table of users
     */
    DescribedColumns(FoundRoles found, String user, String item) {
        this.found = found;
        this.table = found.table();
        this.user = user;
        this.item = item;
        this.items = item == null ? 0 : table.values(item).distinct();
        this.owners = new ColumnOwners(table, user, item);
        this.choices = new ChoiceColumns(found, owners);
    }

    void ofLog() {
        choices.find();
        ofTheirs();
    }

    /** Without what only events have. */
    void ofTheirs() {
        found.rest().forEach(this::leaveUseless);
        titles();
        category();
        found.rest().forEach(this::field);
    }

    private void leaveUseless(String column) {
        SampledColumn values = table.values(column);
        boolean described = found.isExact(Roles.TITLE, column) || found.isExact(Roles.CATEGORY, column);
        if (values.filled() == 0) {
            found.leave(column, ReasonKind.EMPTY);
        } else if (values.distinct() == 1 && !described) {
            found.leave(column, ReasonKind.CONSTANT, values.example());
        } else if ((values.isDate() || isNumberOfTime(column)) && mayBeTime(column)) {
            found.leave(column, ReasonKind.MAYBE_TIME, values.example());
        } else if (values.isDate() || isNumberOfTime(column)) {
            found.leave(column, ReasonKind.OTHER_DATE);
        } else if (values.isUnique() && !values.isFraction() && !described && !owners.ofItem(column)) {
            leaveUnique(column);
        } else if (isTransaction(column)) {
            found.leave(column, ReasonKind.TRANSACTION);
        } else if (choices.followsLabel(column)) {
            found.leave(column, ReasonKind.AFTERWARDS);
        }
    }

    private boolean isNumberOfTime(String column) {
        SampledColumn values = table.values(column);
        return (values.isEpoch() || values.isCompactDate() || values.isMonthDay())
                && table.name(column).has(Meaning.TIME);
    }

    private void leaveUnique(String column) {
        if (mayBeTime(column)) {
            found.leave(column, ReasonKind.MAYBE_TIME, table.values(column).example());
        } else {
            found.leave(column, table.values(column).isWords() ? ReasonKind.FREE_TEXT : ReasonKind.ROW_NUMBER);
        }
    }

    /** Whether its name speaks of the time of events where no column was taken for it: its values are in no known notation. */
    private boolean mayBeTime(String column) {
        ColumnName name = table.name(column);
        return owners.isLog()
                && !found.has(Roles.TIME)
                && name.has(Meaning.TIME)
                && name.lacks(Meaning.OTHERDATE, Meaning.DURATION);
    }

    /** Whether its values look like days without a year where no column was taken for the time, and its name does not say what they are. */
    private boolean isUnnamedDay(String column) {
        return owners.isLog()
                && !found.has(Roles.TIME)
                && table.values(column).isMonthDay()
                && table.name(column)
                        .lacks(
                                Meaning.OTHERDATE,
                                Meaning.DURATION,
                                Meaning.PRICE,
                                Meaning.QUANTITY,
                                Meaning.PLACE,
                                Meaning.ID);
    }

    // A purchase or a session has one user, and a user several of them.
    private boolean isTransaction(String column) {
        ColumnName name = table.name(column);
        int distinct = table.values(column).distinct();
        boolean named = name.has(Meaning.TRANSACTION)
                && name.lacks(Meaning.PRICE, Meaning.QUANTITY, Meaning.DURATION, Meaning.CATEGORY, Meaning.PLACE);
        return named && distinct > VALUES
                || owners.isLog()
                        && table.decides(column, user).holds()
                        && !owners.ofUser(column)
                        && distinct > table.values(user).distinct();
    }

    // Of texts that each item has, the one that tells items apart is the title; a second one may be Chinese.
    private void titles() {
        List<String> texts = found.rest().stream()
                .filter(this::isTitle)
                .sorted(Comparator.comparing(column -> !found.isNamed(Roles.TITLE, Meaning.TITLE, column)))
                .toList();
        boolean latin = texts.stream().anyMatch(each -> !table.values(each).isChinese());
        for (String column : texts) {
            boolean chinese = found.isExact(Roles.TITLE_ZH, column)
                    || table.values(column).isChinese() && texts.size() > 1 && (latin || found.has(Roles.TITLE));
            Roles role = chinese ? Roles.TITLE_ZH : Roles.TITLE;
            if (!found.has(role)) {
                found.take(column, role, owners.ofItem(column) ? 0.95 : MANY, ReasonKind.TITLE, item);
            }
        }
    }

    private boolean isTitle(String column) {
        ColumnName name = table.name(column);
        SampledColumn values = table.values(column);
        boolean named = found.isNamed(Roles.TITLE, Meaning.TITLE, column) || found.isExact(Roles.TITLE_ZH, column);
        boolean another = name.has(Meaning.USER) && name.lacks(Meaning.ITEM)
                || !name.lacks(Meaning.MAKER, Meaning.CATEGORY, Meaning.PLACE, Meaning.STAFF)
                || !named && !name.lacks(Meaning.PRICE, Meaning.QUANTITY, Meaning.DURATION);
        boolean apart = values.distinct() >= MANY * items && name.lacks(Meaning.ID);
        boolean telling = !table.isTold() || values.distinct() >= SOME * items;
        return !values.isNumber()
                && !values.isProse()
                && !another
                && (owners.ofItem(column) && !owners.ofUser(column) || named && owners.mostlyOfItem(column))
                && (named && telling || apart);
    }

    private void category() {
        if (found.has(Roles.CATEGORY)) {
            return;
        }
        found.rest().stream()
                .filter(this::isCategory)
                .sorted(Comparator.comparing((String column) -> !found.isExact(Roles.CATEGORY, column))
                        .thenComparing(column -> !isNamedCategory(column))
                        .thenComparing(column -> table.name(column).has(Meaning.ID))
                        .thenComparing(column -> table.values(column).distinct()))
                .findFirst()
                .ifPresent(column -> found.take(
                        column, Roles.CATEGORY, isNamedCategory(column) ? 0.95 : 0.75, kinds(table.values(column))));
    }

    private Reason kinds(SampledColumn values) {
        return values.with(Roles.BETWEEN_CATEGORIES)
                .map(several -> Reason.of(ReasonKind.CATEGORIES, values.distinct(), item, several))
                .orElseGet(() -> Reason.of(ReasonKind.CATEGORY, values.distinct(), item));
    }

    private boolean isNamedCategory(String column) {
        return found.isNamed(Roles.CATEGORY, Meaning.CATEGORY, column)
                && table.name(column).lacks(Meaning.USER, Meaning.PERSON, Meaning.CONTACT);
    }

    private boolean isCategory(String column) {
        SampledColumn values = table.values(column);
        boolean few = values.distinct() <= Math.min(CATEGORIES, Math.max(2, FEW * items))
                && !values.isNumber()
                && !values.isYesOrNo()
                && table.name(column)
                        .lacks(
                                Meaning.MAKER,
                                Meaning.PLACE,
                                Meaning.PRICE,
                                Meaning.PERSON,
                                Meaning.CONTACT,
                                Meaning.USER);
        boolean named = isNamedCategory(column);
        return !owners.ofUser(column)
                && (owners.ofItem(column) && (named || few) || named && owners.mostlyOfItem(column));
    }

    /** Whether it may be that of the times, and is no field or has times in numbers. */
    private boolean isUnreadTime(String column, boolean useless, boolean few) {
        boolean named =
                mayBeTime(column) && (useless || !few && table.name(column).clean());
        return named || isUnnamedDay(column);
    }

    private void field(String column) {
        SampledColumn values = table.values(column);
        boolean number = values.isNumber() && (!values.hasComma() || table.hasDecimalComma(column));
        boolean few = values.distinct() <= VALUES;
        boolean usable = few
                || number && table.name(column).lacks(Meaning.ID)
                || values.distinct() <= CATEGORIES && !values.isProse();
        if (owners.isLog() && table.same(item, column)) {
            found.leave(column, ReasonKind.SAME, item);
        } else if (owners.isLog() && table.same(user, column)) {
            found.leave(column, ReasonKind.SAME, user);
        } else if (owners.ofUser(column) && usable) {
            found.field(column, Roles.USER_FIELD, 0.85, ReasonKind.USER_FIELD, user);
        } else if (owners.ofItem(column) && usable) {
            found.field(column, Roles.ITEM_FIELD, 0.85, ReasonKind.ITEM_FIELD, item);
        } else if (values.isProse()) {
            found.leave(column, ReasonKind.FREE_TEXT);
        } else if (isUnreadTime(column, !usable || !number && !few, few)) {
            found.leave(column, ReasonKind.MAYBE_TIME, values.example());
        } else if (!usable || !number && !few) {
            found.leave(column, ReasonKind.MANY_VALUES, values.distinct());
        } else if (!choices.leave(column, number)) {
            found.field(column, Roles.CONTEXT_FIELD, MANY, ReasonKind.CONTEXT, values.distinct());
        }
    }
}
