package dev.interestlens.data.source.layout;

import dev.interestlens.data.KeyText;
import dev.interestlens.data.source.ColumnRole;
import dev.interestlens.data.source.RoleGuess;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.TextHead;
import dev.interestlens.data.source.file.TextTable;
import dev.interestlens.data.source.role.TableRoles;
import dev.interestlens.store.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A file and what its columns are.
 *
 * @param head the file
 * @param roles role → name of the column
 * @param expressions role → SQL over {@code c0, c1 …}, where a value is made of several columns or lies inside one
 * @param told what the columns were taken for, with reasons
 */
public record TableInput(TextHead head, Map<String, String> roles, Map<String, String> expressions, TableRoles told) {

    public TableInput {
        roles = new LinkedHashMap<>(roles);
        expressions = Map.copyOf(expressions);
    }

    public TableInput(TextHead head, Map<String, String> roles, Map<String, String> expressions) {
        this(head, roles, expressions, TableRoles.given(head.columns(), roles, "layout", "layout"));
    }

    public TableInput(TextHead head, Map<String, String> roles) {
        this(head, roles, Map.of());
    }

    /** With roles as they are written on the command line: {@code user=user_id, item=asin}. */
    static TableInput of(TextHead head, String roles) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String role : roles.split(", ")) {
            named.put(role.substring(0, role.indexOf('=')), role.substring(role.indexOf('=') + 1));
        }
        return new TableInput(head, named);
    }

    /** With the roles that were recognised. */
    public TableInput(TextHead head, TableRoles told) {
        this(head, told.mapping(), Map.of(), told);
    }

    /** The same with its ratings as labels, too. */
    TableInput labelled() {
        return new TableInput(head, withLabel(roles), withLabel(expressions), told.chosen(withLabel(roles)));
    }

    private static Map<String, String> withLabel(Map<String, String> all) {
        Map<String, String> labelled = new LinkedHashMap<>();
        if (all.containsKey(Roles.RATING)) {
            labelled.put(Roles.LABEL, all.get(Roles.RATING));
        }
        labelled.putAll(all);
        return labelled;
    }

    public boolean has(String role) {
        return roles.containsKey(role);
    }

    /** The text in a row in the column of a role, empty where there is none; of a time with the clock, where that stands apart. */
    public String text(List<String> row, String role) {
        int column = head.column(roles.getOrDefault(role, ""));
        String text = column < 0 || column >= row.size() ? "" : row.get(column).strip();
        return role.equals(Roles.TIME) && has(Roles.CLOCK) ? text + " " + text(row, Roles.CLOCK) : text;
    }

    /** Role → an example, for the roles whose numbers have a decimal comma. */
    public Map<String, String> commas() {
        return roles.entrySet().stream()
                .filter(role ->
                        Roles.mayBeNumber(role.getKey()) && told.commas().containsKey(role.getValue()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, role -> told.commas().get(role.getValue())));
    }

    /** What stands for a missing value of a role, where these texts usually do. */
    public Set<String> missing(String role, Set<String> usual) {
        return told.codes().containsKey(roles.get(role))
                ? usual.stream().filter(text -> !text.equals(TextTable.NA)).collect(Collectors.toUnmodifiableSet())
                : usual;
    }

    /** Column → some of its codes, for the roles among whose codes NA was seen. */
    public Map<String, String> codesBesideNa() {
        return roles.entrySet().stream()
                .filter(role -> Roles.isCategory(role.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .filter(column -> !told.codes().getOrDefault(column, "").isEmpty())
                .collect(Collectors.toMap(column -> column, told.codes()::get));
    }

    /** Whether the file says itself that its times are times. */
    public boolean isTimeTyped() {
        return head.type(roles.get(Roles.TIME)).isMoment() && !has(Roles.CLOCK);
    }

    /** The types of events that were seen in its first rows; empty where no column tells them. */
    public List<String> eventTypes() {
        return !has(Roles.EVENT) || !told.eventTypes().isEmpty()
                ? told.eventTypes()
                : head.values(roles.get(Roles.EVENT)).stream()
                        .map(KeyText::clean)
                        .filter(type -> !type.isEmpty())
                        .distinct()
                        .toList();
    }

    /** The roles whose column has a namesake in the file. */
    public Map<String, String> unclear() {
        return roles.entrySet().stream()
                .filter(entry ->
                        RoleGuess.alike(head.columns(), entry.getValue()).size() > 1)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    /** @throws dev.interestlens.store.ProblemException where another file names the users */
    public void requireUsers() {
        Optional<ColumnRole> purchases = told.elsewhere();
        if (purchases.isPresent()) {
            List<Object> where = purchases.get().why().values();
            throw Problem.badInput(TableInput.class, "usersElsewhere", head.file())
                    .value(purchases.get().column())
                    .with("other", String.valueOf(where.get(0)))
                    .exception("user", String.valueOf(where.get(1)));
        }
    }

    /** @throws dev.interestlens.store.ProblemException where user, item or time is in doubt; it says how to answer */
    public void requireAnswered() {
        for (String role : Roles.asked()) {
            List<String> offered = told.open().getOrDefault(role, List.of());
            if (!offered.isEmpty()) {
                String example = told.listIn(offered.get(0)).orElse("");
                throw Problem.badInput(
                                TableInput.class, (example.isEmpty() ? "roleOpen." : "roleLists.") + role, head.file())
                        .with("example", example)
                        .with("count", offered.size())
                        .with("columns", String.join("\", \"", offered))
                        .with("setting", Roles.setting(role))
                        .with("all", String.join("\", \"", head.columns()))
                        .exception("column", offered.get(0));
            }
        }
    }

    /** Role → column, for roles that begin with the prefix, by the name behind it. */
    public Map<String, String> fields(String prefix) {
        return roles.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(prefix.length()),
                        Map.Entry::getKey,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }
}
