package dev.interestlens.data.source.role;

import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.role.ColumnName.Meaning;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds the columns of a log that tell of the choice itself: its label, its rating, the type of event, and what follows from it, such as how long an item
 * was looked at. A model that read the last ones would look perfect and know nothing, so that a number or a flag of events is read only where its name
 * says that it is known before; the others are left out, with the reason.
 */
final class ChoiceColumns {
    /** An event type has at most so many kinds, each in several rows. */
    private static final int KINDS = 40;

    private static final int ROWS_OF_A_KIND = 5;
    private static final int NUMBERED_KINDS = 12;

    private static final Meaning[] FOLLOWS = {
        Meaning.OUTCOME,
        Meaning.RESPONSE,
        Meaning.LABEL,
        Meaning.RATING,
        Meaning.DURATION,
        Meaning.QUANTITY,
        Meaning.AMOUNT,
        Meaning.UNDONE
    };
    private static final Meaning[] PRECEDES = {
        Meaning.BEFORE, Meaning.PLACE, Meaning.PERSON, Meaning.PRICE, Meaning.STAFF
    };

    private static final Reason NAMED = Reason.of(ReasonKind.NAMED);
    private static final Reason LABEL = Reason.of(ReasonKind.LABEL);
    private static final Reason SIGNED = Reason.of(ReasonKind.SIGNED);

    private final FoundRoles found;
    private final TableSample table;
    private final ColumnOwners owners;

    ChoiceColumns(FoundRoles found, ColumnOwners owners) {
        this.found = found;
        this.table = found.table();
        this.owners = owners;
    }

    /** Finds label, rating, type of event, and any further role of the choice by its known names. */
    void find() {
        for (Roles role : Roles.ofTheChoice()) {
            switch (role) {
                case LABEL -> {
                    first(role, this::isLabel, values -> values.isYesOrNo() ? LABEL : NAMED);
                    first(role, this::isSigned, values -> SIGNED);
                }
                case RATING -> first(role, this::isRating, values -> values.isScale() ? scale(values) : NAMED);
                case EVENT -> {
                    first(role, this::isEvent, values -> kinds(ReasonKind.EVENT, values));
                    first(role, this::isUndoing, values -> kinds(ReasonKind.UNDOING, values));
                }
                default -> first(role, column -> found.isExact(role, column), values -> NAMED);
            }
        }
    }

    private static Reason scale(SampledColumn values) {
        return Reason.of(ReasonKind.RATING, values.distinct());
    }

    private static Reason kinds(ReasonKind kind, SampledColumn values) {
        return Reason.of(kind, values.distinct(), values.frequent());
    }

    /** @param why what the values say */
    private void first(Roles role, Predicate<String> fits, Function<SampledColumn, Reason> why) {
        if (!found.has(role)) {
            found.rest().stream()
                    .filter(fits)
                    .min(Comparator.comparing(column -> !found.isExact(role, column)))
                    .ifPresent(column -> found.take(
                            column, role, found.isExact(role, column) ? 0.97 : 0.85, why.apply(table.values(column))));
        }
    }

    private boolean isLabel(String column) {
        boolean signed = table.values(column).isSigned();
        return found.isExact(Roles.LABEL, column)
                ? !signed
                : table.name(column).has(Meaning.LABEL) && isYesOrNoOfEvents(column);
    }

    /** Whether it tells likes from dislikes, which only a person can tell from views. */
    private boolean isSigned(String column) {
        return table.values(column).isSigned()
                && owners.ofEvent(column)
                && !table.name(column).lacks(Meaning.LABEL, Meaning.RESPONSE, Meaning.RATING);
    }

    private boolean isRating(String column) {
        SampledColumn values = table.values(column);
        boolean half = values.isFraction()
                && table.name(column).lacks(Meaning.PRICE, Meaning.QUANTITY, Meaning.DURATION, Meaning.OUTCOME);
        return found.isExact(Roles.RATING, column)
                || values.isScale() && (table.name(column).has(Meaning.RATING) || half);
    }

    private boolean isEvent(String column) {
        ColumnName name = table.name(column);
        boolean named = found.isExact(Roles.EVENT, column) || name.has(Meaning.EVENT) && name.lacks(Meaning.ID);
        return named && hasKinds(column);
    }

    /** Whether some of its values take a choice back, such as "refunded" in the state of an order. */
    private boolean isUndoing(String column) {
        return hasKinds(column)
                && owners.ofEvent(column)
                && table.values(column).anyMeans(Meaning.UNDONE);
    }

    private boolean hasKinds(String column) {
        SampledColumn values = table.values(column);
        int most = values.isNumber() ? NUMBERED_KINDS : KINDS;
        boolean several = !table.isTold() || values.distinct() * ROWS_OF_A_KIND <= values.filled();
        return values.distinct() <= most && several && (!values.isNumber() || values.isWhole()) && !values.isDate();
    }

    private boolean isYesOrNoOfEvents(String column) {
        return table.values(column).isYesOrNo() && !owners.ofUser(column) && !owners.ofItem(column);
    }

    /** Whether a label tells of the choice and this follows from it: how long an item was looked at, or whether it was bought where the label tells of clicks. */
    boolean followsLabel(String column) {
        ColumnName name = table.name(column);
        boolean answer = table.values(column).isSigned() || isYesOrNoOfEvents(column);
        return found.has(Roles.LABEL)
                && owners.ofEvent(column)
                && (name.has(Meaning.DURATION) || !name.lacks(Meaning.LABEL, Meaning.RESPONSE) && answer);
    }

    /** Leaves out what may follow from the choice. */
    boolean leave(String column, boolean number) {
        SampledColumn values = table.values(column);
        if (!owners.ofEvent(column) || !mayFollow(column, number)) {
            return false;
        }
        boolean back =
                table.name(column).has(Meaning.QUANTITY) && !values.negative().isEmpty();
        if (back) {
            found.leave(column, ReasonKind.RETURNS, values.negative());
        } else if (values.isYesOrNo()) {
            found.leave(column, ReasonKind.YES_OR_NO);
        } else {
            found.leave(column, number ? ReasonKind.FOLLOWS : ReasonKind.OUTCOME, values.example());
        }
        return true;
    }

    private boolean mayFollow(String column, boolean number) {
        ColumnName name = table.name(column);
        SampledColumn values = table.values(column);
        if (!number && !values.isYesOrNo()) {
            return !name.lacks(Meaning.OUTCOME, Meaning.RESPONSE, Meaning.EVENT) || values.anyMeans(Meaning.UNDONE);
        }
        boolean before = name.lacks(FOLLOWS) && !name.lacks(PRECEDES);
        return !before && !ColumnName.isNumbering(column);
    }
}
