package dev.interestlens.data.source.role;

import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.role.ColumnName.Meaning;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds what the columns beside user, item and time are. One that tells the same in all rows of an item belongs to the item, in those of a user to the
 * user; the others belong to the event, or say nothing. In a table of items alone or of users alone all belong to these.
 */
final class DescribedColumns {
    private static final int VALUES = 60;
    private static final int CATEGORIES = 500;
    private static final double MANY = 0.8;
    private static final double FEW = 0.35;

    private final FoundRoles found;
    private final TableSample table;
    private final String user;
    private final String item;
    private final int items;

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
    }

    void ofLog() {
        first(Roles.LABEL, this::isLabel, "label", SampledColumn::isYesOrNo);
        first(Roles.RATING, this::isRating, "rating", SampledColumn::isScale);
        first(Roles.EVENT, this::isEvent, "event", values -> true);
        ofTheirs();
    }

    /** Without what only events have. */
    void ofTheirs() {
        found.rest().forEach(this::leaveUseless);
        titles();
        category();
        found.rest().forEach(this::field);
    }

    /** @param holds whether values are what the reason says of them */
    private void first(String role, Predicate<String> fits, String why, Predicate<SampledColumn> holds) {
        if (!found.has(role)) {
            found.rest().stream()
                    .filter(column -> found.isExact(role, column) || fits.test(column))
                    .min(Comparator.comparing(column -> !found.isExact(role, column)))
                    .ifPresent(column -> found.take(
                            column,
                            role,
                            found.isExact(role, column) ? 0.97 : 0.85,
                            holds.test(table.values(column)) ? why : "named",
                            table.values(column).distinct(),
                            table.values(column).frequent()));
        }
    }

    private boolean isLog() {
        return user != null && item != null;
    }

    private boolean ofItem(String column) {
        return isLog() ? table.decides(item, column).holds() : item != null;
    }

    private boolean ofUser(String column) {
        return isLog() ? table.decides(user, column).holds() : user != null;
    }

    /** Whether it nearly always tells the same for an item; some titles are spelled in two ways. */
    private boolean mostlyOfItem(String column) {
        return isLog() ? table.decides(item, column).share() >= MANY : item != null;
    }

    private boolean isLabel(String column) {
        return table.name(column).has(Meaning.LABEL) && isYesOrNoOfEvents(column);
    }

    private boolean isRating(String column) {
        SampledColumn values = table.values(column);
        boolean half =
                values.isFraction() && table.name(column).lacks(Meaning.PRICE, Meaning.QUANTITY, Meaning.DURATION);
        return values.isScale() && (table.name(column).has(Meaning.RATING) || half);
    }

    private boolean isEvent(String column) {
        ColumnName name = table.name(column);
        return name.has(Meaning.EVENT)
                && name.lacks(Meaning.ID)
                && !table.values(column).isNumber();
    }

    private void leaveUseless(String column) {
        SampledColumn values = table.values(column);
        boolean described = found.isExact(Roles.TITLE, column) || found.isExact(Roles.CATEGORY, column);
        if (values.filled() == 0) {
            found.leave(column, "empty");
        } else if (values.distinct() == 1 && !described) {
            found.leave(column, "constant", values.example());
        } else if ((values.isDate() || isNumberOfTime(column)) && mayBeTime(column)) {
            found.leave(column, TableRoles.MAYBE_TIME, values.example());
        } else if (values.isDate() || isNumberOfTime(column)) {
            found.leave(column, "otherDate");
        } else if (values.isUnique() && !values.isFraction() && !described && !ofItem(column)) {
            leaveUnique(column);
        } else if (isTransaction(column)) {
            found.leave(column, "transaction");
        } else if (found.has(Roles.LABEL) && isKnownAfterwards(column)) {
            found.leave(column, "afterwards");
        }
    }

    // How long an item was looked at, or whether it was bought where the label tells that it was clicked.
    private boolean isKnownAfterwards(String column) {
        ColumnName name = table.name(column);
        return name.has(Meaning.DURATION) && !ofItem(column)
                || !name.lacks(Meaning.LABEL, Meaning.RESPONSE) && isYesOrNoOfEvents(column);
    }

    private boolean isYesOrNoOfEvents(String column) {
        return table.values(column).isYesOrNo() && !ofUser(column) && !ofItem(column);
    }

    private boolean isNumberOfTime(String column) {
        SampledColumn values = table.values(column);
        return (values.isEpoch() || values.isCompactDate() || values.isMonthDay())
                && table.name(column).has(Meaning.TIME);
    }

    private void leaveUnique(String column) {
        if (mayBeTime(column)) {
            found.leave(column, TableRoles.MAYBE_TIME, table.values(column).example());
        } else {
            found.leave(column, table.values(column).isWords() ? "text" : "rowNumber");
        }
    }

    /** Whether its name speaks of the time of events where no column was taken for it: its values are in no known notation. */
    private boolean mayBeTime(String column) {
        ColumnName name = table.name(column);
        return isLog()
                && !found.has(Roles.TIME)
                && name.has(Meaning.TIME)
                && name.lacks(Meaning.OTHERDATE, Meaning.DURATION);
    }

    /** Whether its values look like days without a year where no column was taken for the time, and its name does not say what they are. */
    private boolean isUnnamedDay(String column) {
        return isLog()
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
                || isLog()
                        && table.decides(column, user).holds()
                        && !ofUser(column)
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
            String role = chinese ? Roles.TITLE_ZH : Roles.TITLE;
            if (!found.has(role)) {
                found.take(column, role, ofItem(column) ? 0.95 : MANY, "title", item);
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
        return !values.isNumber()
                && !values.isProse()
                && !another
                && (ofItem(column) && !ofUser(column) || named && mostlyOfItem(column))
                && (named || apart);
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
                        column,
                        Roles.CATEGORY,
                        isNamedCategory(column) ? 0.95 : 0.75,
                        "category",
                        table.values(column).distinct(),
                        item));
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
        return !ofUser(column) && (ofItem(column) && (named || few) || named && mostlyOfItem(column));
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
        if (isLog() && table.same(item, column)) {
            found.leave(column, "same", item);
        } else if (isLog() && table.same(user, column)) {
            found.leave(column, "same", user);
        } else if (ofUser(column) && usable) {
            found.field(column, Roles.USER_FIELD, 0.85, "userField", user);
        } else if (ofItem(column) && usable) {
            found.field(column, Roles.ITEM_FIELD, 0.85, "itemField", item);
        } else if (values.isProse()) {
            found.leave(column, "text");
        } else if (isUnreadTime(column, !usable || !number && !few, few)) {
            found.leave(column, TableRoles.MAYBE_TIME, values.example());
        } else if (!usable || !number && !few) {
            found.leave(column, "manyValues", values.distinct());
        } else if (number
                && table.name(column).has(Meaning.QUANTITY)
                && !values.negative().isEmpty()) {
            found.field(column, Roles.CONTEXT_FIELD, MANY, TableRoles.RETURNS, values.negative());
        } else {
            found.field(
                    column, Roles.CONTEXT_FIELD, MANY, values.isYesOrNo() ? "yesOrNo" : "context", values.distinct());
        }
    }
}
