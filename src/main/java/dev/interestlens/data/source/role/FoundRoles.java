package dev.interestlens.data.source.role;

import dev.interestlens.data.source.ColumnRole;
import dev.interestlens.data.source.RoleGuess;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.DecimalComma;
import dev.interestlens.data.source.role.ColumnName.Meaning;
import dev.interestlens.store.KeyedText;
import dev.interestlens.store.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was found for the columns of a table until now, and what their names alone say. */
final class FoundRoles {
    private static final Texts TEXTS = Texts.beside(FoundRoles.class, "roles");
    private static final int FIELDS = 12;

    private final TableSample table;
    private final Map<String, String> known;
    private final Map<String, ColumnRole> found = new LinkedHashMap<>();
    private int fields;

    FoundRoles(TableSample table) {
        this.table = table;
        known = RoleGuess.of(table.columns());
    }

    TableSample table() {
        return table;
    }

    /** Role → column, for whole names that are known. */
    Map<String, String> known() {
        return known;
    }

    /** Whether the whole name of a column is known for a role. */
    boolean isExact(String role, String column) {
        return column.equals(known.get(role));
    }

    /** Whether its name says so, in whole or by one of its words. */
    boolean isNamed(String role, Meaning meaning, String column) {
        return isExact(role, column) || table.name(column).has(meaning);
    }

    void take(String column, String role, double confidence, String why, Object... values) {
        double rounded = Math.round(100 * confidence) / 100.0;
        String comma = Roles.mayBeNumber(role) ? commas().getOrDefault(column, "") : "";
        KeyedText reason = comma.isEmpty()
                ? KeyedText.of(TEXTS, why, values)
                : KeyedText.of(TEXTS, "comma", comma, DecimalComma.point(comma));
        found.put(column, new ColumnRole(column, role, rounded, reason));
    }

    void leave(String column, String why, Object... values) {
        take(column, "", 1, "left." + why, values);
    }

    /** Takes it as a further field of user, item or event, unless there are many of them. */
    void field(String column, String group, double confidence, String why, Object... values) {
        if (fields == FIELDS) {
            leave(column, "enough", FIELDS);
            return;
        }
        fields++;
        String name = Roles.field(group, column);
        take(column, isTaken(name) ? name + "_" + fields : name, confidence, why, values);
    }

    /** Whether another column has the role, or the category, which is an item field of that name. */
    private boolean isTaken(String role) {
        return has(role) || role.equals(Roles.ITEM_FIELD + Roles.CATEGORY) && has(Roles.CATEGORY);
    }

    /** The columns that nothing was found for, in order. */
    List<String> rest() {
        return table.columns().stream()
                .filter(column -> !found.containsKey(column))
                .toList();
    }

    boolean isFound(String column) {
        return found.containsKey(column);
    }

    boolean has(String role) {
        return column(role).isPresent();
    }

    /** The column that has a role. */
    Optional<String> column(String role) {
        return found.values().stream()
                .filter(each -> each.role().equals(role))
                .map(ColumnRole::column)
                .findFirst();
    }

    /** The columns whose numbers have a decimal comma, each with an example. */
    Map<String, String> commas() {
        return table.columns().stream()
                .filter(table::hasDecimalComma)
                .collect(Collectors.toMap(
                        column -> column, column -> table.values(column).commaExample()));
    }

    /** The columns of codes, each with some of them where NA was seen. */
    Map<String, String> codes() {
        return table.columns().stream()
                .filter(column -> table.values(column).isCodes())
                .collect(Collectors.toMap(
                        column -> column, column -> table.values(column).codesBesideNa()));
    }

    List<ColumnRole> all() {
        return table.columns().stream().map(found::get).toList();
    }
}
