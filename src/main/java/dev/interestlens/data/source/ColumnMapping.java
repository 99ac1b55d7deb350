package dev.interestlens.data.source;

import dev.interestlens.store.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which column has which role, and who said so. Its order is the order of the fields of a data set.
 *
 * @param choices by role
 */
public record ColumnMapping(Map<ColumnRole, Choice> choices) {
    private static final ColumnMapping NONE = new ColumnMapping(Map.of());

    /** Who chose a column. */
    public enum By {
        /** The program, from names, values or the layout of the files. */
        PROGRAM,
        PERSON
    }

    /**
     * The column of a role.
     *
     * @param column its name, or its number from 1 where a person wrote that; empty where no column is to have the role
     */
    public record Choice(Optional<String> column, By by) {}

    public ColumnMapping {
        for (ColumnRole role : choices.keySet()) {
            if (role instanceof Roles kind && kind.isGroup()) {
                throw new IllegalArgumentException("a field without a name: " + role.id());
            }
        }
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    }

    /** In which nothing is chosen. */
    public static ColumnMapping none() {
        return NONE;
    }

    /**
     * What a person wrote: in options, or in a file of an earlier import.
     *
     * @param written id of a role → column
     * @throws dev.interestlens.store.ProblemException of kind USAGE where there is no such role
     */
    public static ColumnMapping typed(Map<String, String> written) {
        Map<ColumnRole, Choice> choices = new LinkedHashMap<>();
        written.forEach((id, column) -> choices.put(role(id), new Choice(Optional.of(column), By.PERSON)));
        return new ColumnMapping(choices);
    }

    private static ColumnRole role(String id) {
        return ColumnRole.of(id).filter(role -> role.kind().isWritten()).orElseThrow(() -> Problem.usage(
                        ColumnMapping.class, "role")
                .value(id)
                .with("option", "--map")
                .exception("known", String.join(", ", Roles.ids())));
    }

    /** What the program found. */
    public static ColumnMapping guessed(Map<? extends ColumnRole, String> found) {
        ColumnMapping mapping = NONE;
        for (Map.Entry<? extends ColumnRole, String> each : found.entrySet()) {
            mapping = mapping.with(each.getKey(), each.getValue());
        }
        return mapping;
    }

    /** The same with a role whose column the program knows. */
    public ColumnMapping with(ColumnRole role, String column) {
        return with(role, new Choice(Optional.of(column), By.PROGRAM));
    }

    /** The same with a role whose column a person chose. */
    public ColumnMapping chosen(ColumnRole role, String column) {
        return with(role, new Choice(Optional.of(column), By.PERSON));
    }

    /** The same with another choice for a role. */
    public ColumnMapping with(ColumnRole role, Choice choice) {
        Map<ColumnRole, Choice> all = new LinkedHashMap<>(choices);
        all.put(role, choice);
        return new ColumnMapping(all);
    }

    /** The same with what another one says of further roles. */
    public ColumnMapping and(ColumnMapping further) {
        Map<ColumnRole, Choice> all = new LinkedHashMap<>(choices);
        further.choices.forEach(all::putIfAbsent);
        return new ColumnMapping(all);
    }

    /** The same without a column, whatever role it has. */
    public ColumnMapping withoutColumn(String column) {
        return only(role -> !column(role).equals(Optional.of(column)));
    }

    /** Some of its roles. */
    public ColumnMapping only(Predicate<ColumnRole> wanted) {
        Map<ColumnRole, Choice> some = new LinkedHashMap<>(choices);
        some.keySet().removeIf(role -> !wanted.test(role));
        return new ColumnMapping(some);
    }

    /** The number of roles of which it says anything. */
    public int size() {
        return choices.size();
    }

    public boolean isEmpty() {
        return choices.isEmpty();
    }

    /** Whether it says anything of a role: its column, or that it has none. */
    public boolean decides(ColumnRole role) {
        return choices.containsKey(role);
    }

    /** Who said what it says of a role. */
    public By by(ColumnRole role) {
        return choices.get(role).by();
    }

    /** Whether a column has a role. */
    public boolean has(ColumnRole role) {
        return column(role).isPresent();
    }

    /** Whether columns have all these roles. */
    public boolean hasAll(List<? extends ColumnRole> roles) {
        return roles.stream().allMatch(this::has);
    }

    /** The column of a role. */
    public Optional<String> column(ColumnRole role) {
        return Optional.ofNullable(choices.get(role)).flatMap(Choice::column);
    }

    /** The column of a role that has one. */
    public String of(ColumnRole role) {
        return column(role).orElseThrow(() -> new IllegalArgumentException("no column is the " + role.id()));
    }

    /** The first role of a column. */
    public Optional<ColumnRole> roleOf(String column) {
        return choices.keySet().stream()
                .filter(role -> column(role).equals(Optional.of(column)))
                .findFirst();
    }

    /** Whether a column has any role. */
    public boolean uses(String column) {
        return roleOf(column).isPresent();
    }

    /** Whether a person chose a column for any role. */
    public boolean isChosen(String column) {
        return roleOf(column).filter(role -> by(role) == By.PERSON).isPresent();
    }

    /** The columns that have roles. */
    public Set<String> columns() {
        return choices.values().stream()
                .flatMap(choice -> choice.column().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The fields of a group. */
    public List<FieldRole> fields(Roles group) {
        return choices.keySet().stream()
                .filter(role -> role.kind() == group && has(role))
                .map(FieldRole.class::cast)
                .toList();
    }

    /** Calls back for each role that has a column. */
    public void each(BiConsumer<ColumnRole, String> taker) {
        choices.keySet().forEach(role -> column(role).ifPresent(column -> taker.accept(role, column)));
    }

    /** As it is written in options and files: id of a role → column. */
    public Map<String, String> written() {
        Map<String, String> written = new LinkedHashMap<>();
        each((role, column) -> written.put(role.id(), column));
        return Collections.unmodifiableMap(written);
    }
}
