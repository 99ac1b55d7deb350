package dev.interestlens.data.source.layout;

import dev.interestlens.data.KeyText;
import dev.interestlens.data.source.ColumnMapping;
import dev.interestlens.data.source.ColumnRole;
import dev.interestlens.data.source.FieldRole;
import dev.interestlens.data.source.RoleGuess;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.TextHead;
import dev.interestlens.data.source.file.TextTable;
import dev.interestlens.data.source.role.TableRoles;
import dev.interestlens.store.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A file and what its columns are.
 *
 * @param head the file
 * @param mapping the columns of roles
 * @param expressions role → SQL over {@code c0, c1 …}, where a value is made of several columns or lies inside one
 * @param told what the columns were taken for, with reasons
 */
public record TableInput(TextHead head, ColumnMapping mapping, Map<ColumnRole, String> expressions, TableRoles told) {

    public TableInput {
        expressions = Map.copyOf(expressions);
    }

    /** With the roles that columns have in a known layout. */
    TableInput(TextHead head, ColumnMapping mapping, Map<ColumnRole, String> expressions) {
        this(head, mapping, expressions, TableRoles.ofLayout(head.columns(), mapping));
    }

    TableInput(TextHead head, ColumnMapping mapping) {
        this(head, mapping, Map.of());
    }

    /** With the roles that were recognised. */
    public TableInput(TextHead head, TableRoles told) {
        this(head, told.mapping(), Map.of(), told);
    }

    /** The same with its ratings as labels, too. */
    TableInput labelled() {
        ColumnMapping labelled = ColumnMapping.none()
                .with(Roles.LABEL, mapping.choices().get(Roles.RATING))
                .and(mapping);
        Map<ColumnRole, String> computed = new HashMap<>(expressions);
        Optional.ofNullable(expressions.get(Roles.RATING)).ifPresent(sql -> computed.putIfAbsent(Roles.LABEL, sql));
        return new TableInput(head, labelled, computed, told.chosen(labelled));
    }

    public boolean has(ColumnRole role) {
        return mapping.has(role);
    }

    /** The column of a role that it has. */
    public String column(ColumnRole role) {
        return mapping.of(role);
    }

    /** The text in a row in the column of a role, empty where there is none; of a time with the clock, where that stands apart. */
    public String text(List<String> row, ColumnRole role) {
        int column = mapping.column(role).map(head::column).orElse(-1);
        String text = column < 0 || column >= row.size() ? "" : row.get(column).strip();
        return role == Roles.TIME && has(Roles.CLOCK) ? text + " " + text(row, Roles.CLOCK) : text;
    }

    /** One of the numbers of a role, where they have a decimal comma. */
    public Optional<String> comma(ColumnRole role) {
        return role.kind().mayBeNumber() ? mapping.column(role).map(told.commas()::get) : Optional.empty();
    }

    /** What stands for a missing value of a role, where these texts usually do. */
    public Set<String> missing(ColumnRole role, Set<String> usual) {
        return mapping.column(role).filter(told.codes()::containsKey).isPresent()
                ? usual.stream().filter(text -> !text.equals(TextTable.NA)).collect(Collectors.toUnmodifiableSet())
                : usual;
    }

    /** Column → some of its codes, for the roles among whose codes NA was seen. */
    public Map<String, String> codesBesideNa() {
        return mapping.choices().keySet().stream()
                .filter(role -> role.kind().isCategory())
                .flatMap(role -> mapping.column(role).stream())
                .distinct()
                .filter(column -> !told.codes().getOrDefault(column, "").isEmpty())
                .collect(Collectors.toMap(column -> column, told.codes()::get));
    }

    /** Whether the file says itself that its times are times. */
    public boolean isTimeTyped() {
        return head.type(column(Roles.TIME)).isMoment() && !has(Roles.CLOCK);
    }

    /** The types of events that were seen in its first rows; empty where no column tells them. */
    public List<String> eventTypes() {
        return !has(Roles.EVENT) || !told.eventTypes().isEmpty()
                ? told.eventTypes()
                : head.values(column(Roles.EVENT)).stream()
                        .map(KeyText::clean)
                        .filter(type -> !type.isEmpty())
                        .distinct()
                        .toList();
    }

    /** The roles whose column has a namesake in the file, where a person chose neither of them. */
    public List<ColumnRole> unclear() {
        return mapping.choices().keySet().stream()
                .filter(role -> mapping.column(role).filter(this::isUnclear).isPresent())
                .toList();
    }

    private boolean isUnclear(String column) {
        List<String> alike = RoleGuess.alike(head.columns(), column);
        return alike.size() > 1 && alike.stream().noneMatch(mapping::isChosen);
    }

    /** @throws dev.interestlens.store.ProblemException where another file names the users */
    public void requireUsers() {
        Optional<TableRoles.Elsewhere> named = told.elsewhere();
        if (named.isPresent()) {
            throw Problem.badInput(TableInput.class, "usersElsewhere", head.file())
                    .value(named.get().purchases().column())
                    .with("other", named.get().file())
                    .exception("user", named.get().user());
        }
    }

    /** @throws dev.interestlens.store.ProblemException where user, item or time is in doubt; it says how to answer */
    public void requireAnswered() {
        for (Roles role : Roles.asked()) {
            List<String> offered = told.open().getOrDefault(role, List.of());
            if (!offered.isEmpty()) {
                String example = told.listIn(offered.get(0)).orElse("");
                throw Problem.badInput(
                                TableInput.class,
                                (example.isEmpty() ? "roleOpen." : "roleLists.") + role.id(),
                                head.file())
                        .with("example", example)
                        .with("count", offered.size())
                        .with("columns", String.join("\", \"", offered))
                        .with("setting", role.setting().orElseThrow())
                        .with("all", String.join("\", \"", head.columns()))
                        .exception("column", offered.get(0));
            }
        }
    }

    /** The further fields of a group. */
    public List<FieldRole> fields(Roles group) {
        return mapping.fields(group);
    }
}
