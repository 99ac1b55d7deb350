package dev.interestlens.data.source.role;

import dev.interestlens.data.source.ColumnMapping;
import dev.interestlens.data.source.RoleGuess;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.role.ColumnName.Meaning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the columns of the users and of the items. Names decide, values may object: what occurs once only is the number of a row or of a purchase, what
 * has a few values tells kinds, an item that each user has for himself is none, and what tells the same in all rows of a user is his field, such as his
 * job. Where the names leave it open, the columns are found that may be it, and a person is asked.
 */
final class KeyColumns {
    /** From here on a column is taken without a question. */
    static final double SURE = 0.7;

    private static final double EXACT = 0.97;
    private static final double WORDS = 0.9;
    private static final double PART = 0.8;
    private static final double TITLE = 0.75;
    private static final double CONFLICT = 0.5;
    private static final double CLEAR = 0.25;
    private static final int SEVERAL = 20;

    private final FoundRoles found;
    private final TableSample table;
    private final ColumnMapping given;
    private final KeyOffers offers;
    private final Map<Roles, Double> confidence = new EnumMap<>(Roles.class);
    private final Map<Roles, String> columns = new EnumMap<>(Roles.class);
    private final Map<Roles, List<String>> open = new EnumMap<>(Roles.class);

    /** @param given roles that a person chose */
    KeyColumns(FoundRoles found, ColumnMapping given) {
        this.found = found;
        this.table = found.table();
        this.given = given;
        this.offers = new KeyOffers(found, column -> columns.containsValue(column) || given.uses(column));
        for (Roles role : Roles.needed()) {
            named(role);
        }
        object();
        for (Roles role : Roles.needed()) {
            ask(role);
        }
        boolean one = open.values().stream().flatMap(List::stream).distinct().count() < 2;
        if (columns.isEmpty() && one) {
            open.clear(); // no log of users and items
        }
    }

    /** Takes the columns that were found, and the likeliest ones where a person is asked. */
    void tell() {
        for (Roles role : Roles.needed()) {
            if (open.containsKey(role)) {
                likeliest(role).ifPresent(column -> offer(column, role));
            } else if (columns.containsKey(role) && !given.decides(role)) {
                SampledColumn values = table.values(columns.get(role));
                found.take(
                        columns.get(role),
                        role,
                        confidence.get(role),
                        ReasonKind.KEY,
                        values.distinct(),
                        values.filled());
            }
        }
    }

    private void offer(String column, Roles role) {
        if (isList(column)) {
            found.take(
                    column,
                    role,
                    CONFLICT,
                    ReasonKind.LISTS,
                    table.values(column).listExample());
        } else {
            found.take(column, role, CONFLICT, role == Roles.USER ? ReasonKind.OPEN_USER : ReasonKind.OPEN_ITEM);
        }
    }

    /** The column of a role; where it is in doubt, the likeliest one that is not taken. */
    Optional<String> likeliest(Roles role) {
        String other = role == Roles.ITEM ? likeliest(Roles.USER).orElse("") : "";
        return Optional.ofNullable(columns.get(role)).or(() -> open.getOrDefault(role, List.of()).stream()
                .filter(column -> !column.equals(other) && !columns.containsValue(column))
                .findFirst());
    }

    Map<Roles, List<String>> open() {
        return open;
    }

    private void named(Roles role) {
        if (given.decides(role)) {
            take(role, given.of(role), 1);
            return;
        }
        Map<String, Double> strengths = new LinkedHashMap<>();
        for (String column : table.columns()) {
            double strength = given.uses(column) || isFieldOfOther(role, column) ? 0 : strength(role, column);
            if (strength > 0) {
                strengths.put(column, strength);
            }
        }
        if (strengths.isEmpty()) {
            table.columns().stream()
                    .filter(column -> !given.uses(column) && standsFor(role, column))
                    .findFirst()
                    .ifPresent(column -> strengths.put(numbering(column), TITLE));
        }
        List<String> best = new ArrayList<>(strengths.keySet());
        best.sort(Comparator.comparing((String column) -> -strengths.get(column))
                .thenComparing(column -> !table.name(column).has(Meaning.ID)));
        if (best.isEmpty()) {
            return;
        }
        String first = best.get(0);
        List<String> rivals = best.stream()
                .filter(other -> !other.equals(first)
                        && table.isTold()
                        && strengths.get(first) - strengths.get(other) < CLEAR
                        && !isKnownPair(role, first, other)
                        && !isBelow(role, first, other)
                        && !table.same(first, other))
                .toList();
        if (rivals.isEmpty() && strengths.get(first) >= SURE) {
            take(role, first, strengths.get(first));
        } else {
            List<String> offered = new ArrayList<>(List.of(first));
            offered.addAll(rivals);
            open.put(role, offered);
        }
    }

    private void take(Roles role, String column, double how) {
        columns.put(role, column);
        confidence.put(role, how);
    }

    // Of two columns of one name a person is asked elsewhere; asin and parent_asin are known.
    private boolean isKnownPair(Roles role, String first, String other) {
        return isKnown(role, first)
                && isKnown(role, other)
                && (table.decides(other, first).holds()
                        || RoleGuess.alike(table.columns(), first).contains(other));
    }

    // The job of each user is no item; the whole name of a role is believed all the same.
    private boolean isFieldOfOther(Roles role, String column) {
        String other = found.known()
                .column(role == Roles.USER ? Roles.ITEM : Roles.USER)
                .orElse(null);
        return other != null
                && table.isTold()
                && !other.equals(column)
                && !found.isExact(role, column)
                && (table.isEach(other) || table.decides(other, column).holds());
    }

    // Beside the whole name of a role, a word alone is none, nor is what tells the same in all rows of one.
    private boolean isBelow(Roles role, String first, String other) {
        boolean word = !isKnown(role, other) && !table.name(other).has(Meaning.ID);
        return found.isExact(role, first)
                && (word || table.decides(first, other).holds());
    }

    private boolean isKnown(Roles role, String column) {
        return found.isExact(role, column) || RoleGuess.of(List.of(column)).has(role);
    }

    private double strength(Roles role, String column) {
        ColumnName name = table.name(column);
        Meaning own = role == Roles.USER ? Meaning.USER : Meaning.ITEM;
        Meaning other = role == Roles.USER ? Meaning.ITEM : Meaning.USER;
        double strength = 0;
        if (found.isExact(role, column)) {
            strength = EXACT;
        } else if (name.has(own) && name.lacks(KeyOffers.NO_KEY)) {
            strength = name.has(other) || name.has(Meaning.TRANSACTION) ? CONFLICT : name.clean() ? WORDS : PART;
        }
        if (strength == 0 || !table.isTold()) {
            return strength;
        }
        SampledColumn values = table.values(column);
        if (values.isList()) {
            return Math.min(strength, CONFLICT);
        }
        boolean exact = strength == EXACT;
        boolean impossible = values.filled() == 0
                || (exact ? values.isMeasure() : values.isFraction())
                || values.isDate()
                || values.isProse()
                || isOfKinds(column, exact);
        if (impossible) {
            return 0;
        }
        return values.isUnique() ? exact ? SURE : strength * SURE : strength;
    }

    /** Whether its values tell kinds. Of a small log the whole name of a role is believed all the same, where no other column may have it. */
    private boolean isOfKinds(String column, boolean exact) {
        return table.isFew(column)
                && (!exact
                        || table.values(column).isYesOrNo()
                        || table.columns().stream().anyMatch(other -> isRival(other, column)));
    }

    private boolean isRival(String other, String column) {
        boolean named = isKnown(Roles.USER, other)
                || isKnown(Roles.ITEM, other)
                || !table.name(other).lacks(Meaning.USER, Meaning.ITEM, Meaning.TRANSACTION);
        return !other.equals(column)
                && !named
                && !table.values(other).isEpoch()
                && offers.mayBe(other, null)
                && Roles.needed().stream()
                        .flatMap(role -> found.known().column(role).stream())
                        .noneMatch(key ->
                                !key.equals(column) && table.decides(key, other).holds());
    }

    private boolean isList(String column) {
        return table.isTold() && table.values(column).isList();
    }

    // The column that tells the same as a title or a name is its number.
    private String numbering(String title) {
        return table.columns().stream()
                .filter(column -> !column.equals(title) && offers.mayBe(column, null) && table.same(title, column))
                .findFirst()
                .orElse(title);
    }

    // Where nothing numbers them, a name or an address stands for a user and a title for an item.
    private boolean standsFor(Roles role, String column) {
        ColumnName name = table.name(column);
        boolean user = role == Roles.USER;
        boolean own = name.lacks(Meaning.MAKER, Meaning.STAFF, Meaning.PLACE);
        boolean stands = user
                ? name.has(Meaning.USER) && name.has(Meaning.TITLE) || name.has(Meaning.CONTACT) && own
                : name.has(Meaning.TITLE) && name.lacks(Meaning.USER) && own;
        return stands
                && name.lacks(Meaning.TIME, Meaning.CATEGORY)
                && table.isTold()
                && !table.values(column).isUnique()
                && !table.isFew(column)
                && table.values(column).distinct() > 2;
    }

    // A user has several items, and an item several users.
    private void object() {
        if (!table.isTold() || columns.size() < 2) {
            return;
        }
        String user = columns.get(Roles.USER);
        String item = columns.get(Roles.ITEM);
        if (doubts(item, user, Roles.ITEM)) {
            doubt(Roles.ITEM);
        } else if (doubts(user, item, Roles.USER) || isOnceInALog(user, item)) {
            doubt(Roles.USER);
        }
    }

    private void doubt(Roles role) {
        open.put(role, new ArrayList<>(List.of(columns.remove(role))));
    }

    /** Whether each user of a log of events would have one row. */
    private boolean isOnceInALog(String user, String item) {
        return !given.decides(Roles.USER)
                && table.isWhole()
                && table.values(user).isUnique()
                && !table.values(item).isUnique()
                && table.columns().stream().map(table::values).anyMatch(values -> values.isDate() || values.isEpoch());
    }

    private boolean doubts(String column, String partner, Roles role) {
        SampledColumn.Decides decides = table.decides(column, partner);
        return decides.holds()
                && decides.groups() >= SEVERAL
                && table.values(partner).distinct() >= SEVERAL
                && !isKnown(role, column)
                && !given.decides(role);
    }

    private void ask(Roles role) {
        if (columns.containsKey(role) || !table.isTold()) {
            return;
        }
        String other = columns.get(role == Roles.USER ? Roles.ITEM : Roles.USER);
        if (other != null && table.values(other).isUnique()) {
            open.remove(role); // one row an item, or one a user: no log
            return;
        }
        List<String> offered = offers.of(role, other, open.getOrDefault(role, List.of()));
        if (!offered.isEmpty()) {
            open.put(role, offered);
        }
    }
}
