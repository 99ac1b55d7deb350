package dev.interestlens.data.source;

import dev.interestlens.data.source.ColumnName.Meaning;
import dev.interestlens.store.KeyedText;
import dev.interestlens.store.Texts;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds what each column of a table is, from its name and from the values of some rows, with a confidence and a reason. Of few rows only the names are
 * looked at. A column that tells the same in all rows of an item belongs to the item, in those of a user to the user; the others belong to the event.
 */
final class ColumnRoles {
    private static final Texts TEXTS = Texts.beside(ColumnRoles.class, "roles");
    private static final int FIELDS = 12;
    private static final int VALUES = 60;
    private static final int CATEGORIES = 500;
    private static final double MANY = 0.8;
    private static final double FEW = 0.35;

    private final TableSample table;
    private final Map<String, String> known;
    private final KeyColumns keys;
    private final Map<String, ColumnRole> told = new LinkedHashMap<>();
    private final Map<String, String> given;
    private int fields;

    private ColumnRoles(TableSample table, Map<String, String> given) {
        this.table = table;
        this.given = given;
        known = RoleGuess.of(table.columns());
        keys = new KeyColumns(table, given);
    }

    /** Of a file, with the roles that a person chose. */
    static TableRoles of(TextHead head, PrepareOptions options) {
        return of(head.columns(), SampledRows.of(head, options), head.types(), options.answers());
    }

    /** Of rows. */
    static TableRoles of(
            List<String> columns, List<List<String>> rows, Map<String, String> types, Map<String, String> given) {
        ColumnRoles roles = new ColumnRoles(new TableSample(columns, rows), given);
        roles.keys();
        roles.time(types);
        if (roles.table.isTold() && roles.user().isPresent() && roles.item().isPresent()) {
            roles.described();
        } else {
            roles.named();
        }
        return new TableRoles(
                columns.stream().map(column -> roles.told.get(column)).toList(), roles.keys.open());
    }

    private Optional<String> user() {
        return keys.likeliest(Roles.USER);
    }

    private Optional<String> item() {
        return keys.likeliest(Roles.ITEM);
    }

    private void keys() {
        given.forEach((role, column) -> take(column, role, 1, "given"));
        for (String role : List.of(Roles.USER, Roles.ITEM)) {
            keys.column(role).filter(column -> !told.containsKey(column)).ifPresent(column -> {
                SampledColumn values = table.values(column);
                take(column, role, keys.confidence(role), "key", values.distinct(), values.filled());
            });
            if (keys.open().containsKey(role)) {
                keys.likeliest(role).ifPresent(column -> take(column, role, 0.5, "open." + role));
            }
        }
    }

    private void take(String column, String role, double confidence, String why, Object... values) {
        double rounded = Math.round(100 * confidence) / 100.0;
        told.put(column, new ColumnRole(column, role, rounded, KeyedText.of(TEXTS, why, values)));
    }

    private void leave(String column, String why, Object... values) {
        take(column, "", 1, "left." + why, values);
    }

    private List<String> rest() {
        return table.columns().stream()
                .filter(column -> !told.containsKey(column))
                .toList();
    }

    private boolean has(String role) {
        return told.values().stream().anyMatch(each -> each.role().equals(role));
    }

    private void time(Map<String, String> types) {
        if (has(Roles.TIME)) {
            return;
        }
        String exact = known.get(Roles.TIME);
        if (exact != null && !told.containsKey(exact)) {
            boolean dated = table.isTold() && table.values(exact).isDate();
            take(
                    exact,
                    Roles.TIME,
                    0.97,
                    dated ? "dates" : "named",
                    table.values(exact).example());
            return;
        }
        Comparator<String> likelier = Comparator.comparing(column -> likelihood(column, types));
        rest().stream()
                .filter(column -> likelihood(column, types) >= 0.5)
                .sorted(likelier.reversed())
                .findFirst()
                .ifPresent(column -> take(
                        column,
                        Roles.TIME,
                        likelihood(column, types),
                        table.values(column).isEpoch() ? "epochs" : "dates",
                        table.values(column).example()));
    }

    private double likelihood(String column, Map<String, String> types) {
        ColumnName name = table.name(column);
        SampledColumn values = table.values(column);
        boolean named = name.has(Meaning.TIME) || name.has(Meaning.TRANSACTION);
        if (!table.isTold() || values.distinct() < 2) {
            return name.clean()
                            && name.has(Meaning.TIME)
                            && name.lacks(Meaning.OTHERDATE, Meaning.DURATION)
                            && values.isDate()
                    ? 0.8
                    : 0;
        }
        double dates = values.isDate() || new ColumnType(types.getOrDefault(column, "")).isMoment()
                ? named ? 0.95 : 0.85
                : values.isCompactDate() && name.has(Meaning.TIME)
                        ? 0.9
                        : values.isEpoch() && name.lacks(Meaning.USER, Meaning.ITEM, Meaning.ID)
                                ? named ? 0.95 : 0.55
                                : 0;
        boolean constant = Stream.of(user(), item())
                .flatMap(Optional::stream)
                .anyMatch(key -> table.decides(key, column).holds());
        return name.has(Meaning.OTHERDATE) || constant ? 0.6 * dates : dates;
    }

    /** Where rows say nothing. */
    private void named() {
        known.forEach((role, column) -> {
            if (!told.containsKey(column) && !has(role) && !keys.open().containsKey(role)) {
                take(column, role, 0.9, "named");
            }
        });
        for (String column : rest()) {
            leave(column, table.isTold() ? "noLog" : "fewRows");
        }
    }

    private void described() {
        plainly(
                Roles.LABEL,
                column -> isExact(Roles.LABEL, column)
                        || table.name(column).has(Meaning.LABEL)
                                && table.values(column).isYesOrNo()
                                && !ofUser(column)
                                && !ofItem(column),
                "label");
        plainly(Roles.RATING, this::isRating, "rating");
        plainly(
                Roles.EVENT,
                column -> isNamed(Roles.EVENT, Meaning.EVENT, column)
                                && table.name(column).lacks(Meaning.ID)
                                && !table.values(column).isNumber()
                        || isExact(Roles.EVENT, column),
                "event");
        rest().forEach(this::useless);
        titles();
        category();
        rest().forEach(this::field);
    }

    private void plainly(String role, Predicate<String> fits, String why) {
        if (!has(role)) {
            rest().stream()
                    .filter(fits)
                    .findFirst()
                    .ifPresent(column -> take(
                            column,
                            role,
                            isExact(role, column) ? 0.97 : 0.85,
                            why,
                            table.values(column).distinct()));
        }
    }

    private boolean isExact(String role, String column) {
        return column.equals(known.get(role));
    }

    private boolean isNamed(String role, Meaning meaning, String column) {
        return isExact(role, column) || table.name(column).has(meaning);
    }

    private boolean isRating(String column) {
        SampledColumn values = table.values(column);
        ColumnName name = table.name(column);
        boolean half = values.isScale() && values.isFraction();
        return isExact(Roles.RATING, column)
                || values.isScale()
                        && (name.has(Meaning.RATING)
                                || half && name.lacks(Meaning.PRICE, Meaning.QUANTITY, Meaning.DURATION));
    }

    private void useless(String column) {
        SampledColumn values = table.values(column);
        ColumnName name = table.name(column);
        boolean described = isExact(Roles.TITLE, column) || isExact(Roles.CATEGORY, column);
        if (values.filled() == 0) {
            leave(column, "empty");
        } else if (values.distinct() == 1 && !described) {
            leave(column, "constant", values.example());
        } else if (values.isDate() || values.isEpoch() && name.has(Meaning.TIME)) {
            leave(column, "otherDate");
        } else if (values.isUnique() && !values.isFraction() && !described && !ofItem(column)) {
            leave(column, values.isProse() ? "text" : "rowNumber");
        } else if (name.has(Meaning.TRANSACTION)
                        && name.lacks(
                                Meaning.PRICE, Meaning.QUANTITY, Meaning.DURATION, Meaning.CATEGORY, Meaning.PLACE)
                        && values.distinct() > VALUES
                || table.decides(column, user().get()).holds()
                        && !ofUser(column)
                        && values.distinct() > table.values(user().get()).distinct()) {
            leave(column, "transaction");
        }
    }

    private boolean ofItem(String column) {
        return table.decides(item().get(), column).holds();
    }

    private boolean ofUser(String column) {
        return table.decides(user().get(), column).holds();
    }

    // Of texts that each item has, the one that tells items apart is the title; a second one may be Chinese.
    private void titles() {
        int items = table.values(item().get()).distinct();
        List<String> texts = rest().stream()
                .filter(column -> {
                    SampledColumn values = table.values(column);
                    boolean named = isNamed(Roles.TITLE, Meaning.TITLE, column) || isExact(Roles.TITLE_ZH, column);
                    return !values.isNumber()
                            && table.name(column).lacks(Meaning.MAKER, Meaning.CATEGORY, Meaning.PLACE, Meaning.STAFF)
                            && !values.isProse()
                            && !(table.name(column).has(Meaning.USER)
                                    && table.name(column).lacks(Meaning.ITEM))
                            && (ofItem(column) && !ofUser(column)
                                    || named
                                            && table.decides(item().get(), column)
                                                            .share()
                                                    >= MANY)
                            && (named
                                    || values.distinct() >= MANY * items
                                            && table.name(column).lacks(Meaning.ID));
                })
                .sorted(Comparator.comparing(column -> !isNamed(Roles.TITLE, Meaning.TITLE, column)))
                .toList();
        for (String column : texts) {
            boolean chinese =
                    isExact(Roles.TITLE_ZH, column) || table.values(column).isChinese();
            boolean second = has(Roles.TITLE) && chinese;
            boolean latin = !chinese
                    || texts.size() == 1
                    || texts.stream().allMatch(each -> table.values(each).isChinese());
            String role = second || isExact(Roles.TITLE_ZH, column) || !latin ? Roles.TITLE_ZH : Roles.TITLE;
            if (!has(role)) {
                take(column, role, ofItem(column) ? 0.95 : MANY, "title", item().get());
            }
        }
    }

    private void category() {
        int items = table.values(item().get()).distinct();
        List<String> fitting = rest().stream()
                .filter(column -> {
                    SampledColumn values = table.values(column);
                    boolean named = isNamed(Roles.CATEGORY, Meaning.CATEGORY, column)
                            && table.name(column).lacks(Meaning.USER, Meaning.PERSON);
                    boolean alike = ofItem(column) && !ofUser(column);
                    boolean few = values.distinct() <= Math.min(CATEGORIES, Math.max(2, FEW * items))
                            && !values.isNumber()
                            && !values.isYesOrNo()
                            && table.name(column)
                                    .lacks(Meaning.MAKER, Meaning.PLACE, Meaning.PRICE, Meaning.PERSON, Meaning.USER);
                    return alike && (named || few)
                            || named && !ofUser(column) && table.decides(item().get(), column).share() >= MANY;
                })
                .sorted(Comparator.comparing((String column) -> !isNamed(Roles.CATEGORY, Meaning.CATEGORY, column))
                        .thenComparing(column -> table.name(column).has(Meaning.ID))
                        .thenComparing(column -> table.values(column).distinct()))
                .toList();
        if (!fitting.isEmpty() && !has(Roles.CATEGORY)) {
            String column = fitting.get(0);
            take(
                    column,
                    Roles.CATEGORY,
                    isNamed(Roles.CATEGORY, Meaning.CATEGORY, column) ? 0.95 : 0.75,
                    "category",
                    table.values(column).distinct(),
                    item().get());
        }
    }

    private void field(String column) {
        SampledColumn values = table.values(column);
        boolean number = values.isNumber() && !values.hasComma();
        boolean few = values.distinct() <= VALUES;
        boolean usable = number && table.name(column).lacks(Meaning.ID)
                || few
                || values.distinct() <= CATEGORIES && !values.isProse();
        if (table.same(item().get(), column)) {
            leave(column, "same", item().get());
        } else if (table.same(user().get(), column)) {
            leave(column, "same", user().get());
        } else if (ofUser(column) && usable) {
            further(column, Roles.USER_FIELD, "userField", user().get());
        } else if (ofItem(column) && usable) {
            further(column, Roles.ITEM_FIELD, "itemField", item().get());
        } else if (values.isProse() || !number && !few || !usable) {
            leave(column, values.isProse() ? "text" : "manyValues", values.distinct());
        } else {
            further(column, Roles.CONTEXT_FIELD, values.isYesOrNo() ? "yesOrNo" : "context", values.distinct());
        }
    }

    private void further(String column, String group, String why, Object... values) {
        if (fields == FIELDS) {
            leave(column, "enough", FIELDS);
            return;
        }
        fields++;
        String name = Roles.field(group, column);
        take(
                column,
                has(name) ? name + "_" + fields : name,
                group.equals(Roles.CONTEXT_FIELD) ? 0.75 : 0.85,
                why,
                values);
    }
}
