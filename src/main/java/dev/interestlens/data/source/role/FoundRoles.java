package dev.interestlens.data.source.role;

import dev.interestlens.data.source.ColumnMapping;
import dev.interestlens.data.source.ColumnRole;
import dev.interestlens.data.source.FieldRole;
import dev.interestlens.data.source.RoleGuess;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.DecimalComma;
import dev.interestlens.data.source.role.ColumnName.Meaning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was found for the columns of a table until now, and what their names alone say. */
final class FoundRoles {
    private static final int FIELDS = 12;

    private final TableSample table;
    private final ColumnMapping known;
    private final Map<String, ColumnGuess> found = new LinkedHashMap<>();
    private int fields;

    FoundRoles(TableSample table) {
        this.table = table;
        known = RoleGuess.of(table.columns());
    }

    TableSample table() {
        return table;
    }

    /** The columns with whole names that are known. */
    ColumnMapping known() {
        return known;
    }

    /** Whether the whole name of a column is known for a role. */
    boolean isExact(ColumnRole role, String column) {
        return known.column(role).equals(Optional.of(column));
    }

    /** Whether its name says so, in whole or by one of its words. */
    boolean isNamed(ColumnRole role, Meaning meaning, String column) {
        return isExact(role, column) || table.name(column).has(meaning);
    }

    void take(String column, ColumnRole role, double confidence, ReasonKind why, Object... values) {
        take(column, role, confidence, Reason.of(why, values));
    }

    void take(String column, ColumnRole role, double confidence, Reason why) {
        double rounded = Math.round(100 * confidence) / 100.0;
        String comma = role.kind().mayBeNumber() ? commas().getOrDefault(column, "") : "";
        Reason reason = comma.isEmpty() ? why : Reason.of(ReasonKind.COMMA, comma, DecimalComma.point(comma));
        found.put(column, new ColumnGuess(column, Optional.of(role), rounded, reason));
    }

    void leave(String column, ReasonKind why, Object... values) {
        found.put(column, ColumnGuess.left(column, Reason.of(why, values)));
    }

    /** Takes it as a further field of user, item or event, unless there are many of them. */
    void field(String column, Roles group, double confidence, ReasonKind why, Object... values) {
        if (fields == FIELDS) {
            leave(column, ReasonKind.ENOUGH, FIELDS);
            return;
        }
        fields++;
        FieldRole field = group.named(column);
        FieldRole role = isTaken(field) ? new FieldRole(group, field.name() + "_" + fields) : field;
        take(column, role, confidence, why, values);
    }

    /** Whether another column has the role, or the category, which is an item field of that name. */
    private boolean isTaken(FieldRole role) {
        return has(role) || role.equals(FieldRole.CATEGORY) && has(Roles.CATEGORY);
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

    boolean has(ColumnRole role) {
        return column(role).isPresent();
    }

    /** The column that has a role. */
    Optional<String> column(ColumnRole role) {
        return found.values().stream()
                .filter(each -> each.is(role))
                .map(ColumnGuess::column)
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

    List<ColumnGuess> all() {
        return table.columns().stream().map(found::get).toList();
    }
}
