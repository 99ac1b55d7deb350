package dev.interestlens.data.source.role;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.Field;
import dev.interestlens.data.Schema;
import dev.interestlens.data.source.ColumnMapping;
import dev.interestlens.data.source.ColumnRole;
import dev.interestlens.data.source.FieldRole;
import dev.interestlens.data.source.Roles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What all columns of a table were taken for.
 *
 * @param columns each column of the table once, in its order
 * @param open user or item, where that is in doubt → the columns that it may be, the likeliest first; a person chooses one
 * @param commas the columns whose numbers have a decimal comma → one of these numbers
 * @param codes the columns of codes such as DE and FR, where NA is one of them and no missing value → some codes, where NA was seen, else empty
 */
public record TableRoles(
        List<ColumnGuess> columns,
        Map<Roles, List<String>> open,
        Map<String, String> commas,
        Map<String, String> codes) {
    /** The settings of a data set that say which columns were read begin with it, and those of the others with {@link #LEFT}. */
    private static final String MAPPED = "map.";

    private static final String LEFT = "left.";

    public TableRoles {
        columns = List.copyOf(columns);
        Map<Roles, List<String>> inOrder = new EnumMap<>(Roles.class);
        inOrder.putAll(open);
        open = Collections.unmodifiableMap(inOrder);
        commas = Map.copyOf(commas);
        codes = Map.copyOf(codes);
    }

    /** Of a table with a known layout. */
    public static TableRoles ofLayout(List<String> columns, ColumnMapping roles) {
        return new TableRoles(
                given(columns, roles, ReasonKind.LAYOUT, ReasonKind.NOT_IN_LAYOUT), Map.of(), Map.of(), Map.of());
    }

    private static List<ColumnGuess> given(
            List<String> columns, ColumnMapping roles, ReasonKind taken, ReasonKind left) {
        return columns.stream()
                .map(column -> roles.roleOf(column)
                        .map(role -> new ColumnGuess(column, Optional.of(role), 1, Reason.of(taken)))
                        .orElseGet(() -> ColumnGuess.left(column, Reason.of(left))))
                .toList();
    }

    /** The same where a person chose what is read; reasons that still hold are kept. */
    public TableRoles chosen(ColumnMapping roles) {
        List<ColumnGuess> chosen = given(
                columns.stream().map(ColumnGuess::column).toList(), roles, ReasonKind.GIVEN, ReasonKind.NOT_CHOSEN);
        List<ColumnGuess> all = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            ColumnGuess found = columns.get(c);
            boolean same = found.role().equals(chosen.get(c).role()) && !isOpen(found);
            boolean dropped = found.is(Roles.TIME) && chosen.get(c).isLeftOut() && !roles.decides(Roles.TIME);
            all.add(same ? found : dropped ? maybeTime(found) : chosen.get(c));
        }
        return new TableRoles(all, Map.of(), commas, codes);
    }

    private boolean isOpen(ColumnGuess column) {
        return column.role().filter(open::containsKey).isPresent();
    }

    private static ColumnGuess maybeTime(ColumnGuess time) {
        return ColumnGuess.left(
                time.column(), Reason.of(ReasonKind.MAYBE_TIME, time.why().text(0)));
    }

    private Stream<ColumnGuess> because(ReasonKind... kinds) {
        return columns.stream().filter(each -> each.why().is(kinds));
    }

    /** The columns whose negative numbers may be returns → one of these. */
    public Map<String, String> returns() {
        return because(ReasonKind.RETURNS).collect(Collectors.toMap(ColumnGuess::column, each -> each.why()
                .text(0)));
    }

    /** The columns that are left out since they may be known only after the choice. */
    public List<String> afterTheChoice() {
        return columns.stream()
                .filter(each -> each.why().kind().isAfterTheChoice())
                .map(ColumnGuess::column)
                .toList();
    }

    /** The types of events in the column that tells them, the most frequent first, where several were seen. */
    public List<String> eventTypes() {
        return because(ReasonKind.EVENT, ReasonKind.UNDOING)
                .flatMap(each -> each.why().texts(1).stream())
                .toList();
    }

    /** The same where a column, which was offered as the user, numbers purchases whose users another file names. */
    public TableRoles withUsersElsewhere(String column, String file, String user) {
        Map<Roles, List<String>> asked = new EnumMap<>(Roles.class);
        asked.putAll(open);
        asked.remove(Roles.USER);
        ColumnGuess left = ColumnGuess.left(column, Reason.of(ReasonKind.ELSEWHERE, file, user));
        List<ColumnGuess> all = columns.stream()
                .map(each -> each.column().equals(column) ? left : each)
                .map(each -> each.is(Roles.USER) ? ColumnGuess.left(each.column(), Reason.of(ReasonKind.NO_LOG)) : each)
                .toList();
        return new TableRoles(all, asked, commas, codes);
    }

    /** Purchases whose users another file names: the column that numbers them, that file, and its column of the users. */
    public record Elsewhere(ColumnGuess purchases, String file, String user) {}

    /** Where the users of purchases are named, if another file does. */
    public Optional<Elsewhere> elsewhere() {
        return because(ReasonKind.ELSEWHERE)
                .findFirst()
                .map(each -> new Elsewhere(each, each.why().text(0), each.why().text(1)));
    }

    /** A value that names several items or users, in a column that may be that of a role. */
    public Optional<String> listIn(String column) {
        return because(ReasonKind.LISTS)
                .filter(each -> each.column().equals(column))
                .map(each -> each.why().text(0))
                .findFirst();
    }

    /** The column that tells likes from dislikes, where it was taken for the label. */
    public Optional<String> signed() {
        return because(ReasonKind.SIGNED).map(ColumnGuess::column).findFirst();
    }

    /** The order that a column gives which may be that of the times. */
    public String order(String column) {
        return because(ReasonKind.OPEN_TIME, ReasonKind.MAYBE_TIME)
                .filter(each -> each.column().equals(column))
                .map(each -> each.why().text(0))
                .findFirst()
                .orElse("");
    }

    /** The columns that may hold the times, where none was read as such. */
    public List<String> maybeTimes() {
        return because(ReasonKind.MAYBE_TIME).map(ColumnGuess::column).toList();
    }

    /** The columns of the files of a data set, as its settings say. */
    public static TableRoles of(DatasetInfo info) {
        List<ColumnGuess> columns = new ArrayList<>();
        for (DatasetInfo.SourceFile file : info.origin().sources()) {
            info.origin().settings().forEach((name, value) -> {
                behind(name, MAPPED + file.name() + ".")
                        .flatMap(ColumnRole::of)
                        .ifPresent(role ->
                                columns.add(new ColumnGuess(value, Optional.of(role), 1, read(info.schema(), role))));
                behind(name, LEFT + file.name() + ".")
                        .ifPresent(column -> columns.add(ColumnGuess.left(column, Reason.read(value))));
            });
        }
        return new TableRoles(columns, Map.of(), Map.of(), Map.of());
    }

    /** How a column was read; of a field, whether it is a number. */
    private static Reason read(Schema schema, ColumnRole role) {
        return Stream.of(
                        fields(Roles.ITEM_FIELD, schema.itemFields()),
                        fields(Roles.USER_FIELD, schema.userFields()),
                        fields(Roles.CONTEXT_FIELD, schema.contextFields()))
                .flatMap(each -> Optional.ofNullable(each.get(role)).stream())
                .findFirst()
                .map(field -> field.isCategorical()
                        ? Reason.of(ReasonKind.READ_CATEGORIES, field.size() - Field.FIRST)
                        : Reason.of(ReasonKind.READ_NUMBER))
                .orElseGet(() -> Reason.of(ReasonKind.READ));
    }

    private static Map<FieldRole, Field> fields(Roles group, List<Field> fields) {
        return fields.stream()
                .collect(Collectors.toMap(field -> new FieldRole(group, field.name()), Function.identity()));
    }

    private static Optional<String> behind(String name, String prefix) {
        return name.startsWith(prefix) ? Optional.of(name.substring(prefix.length())) : Optional.empty();
    }

    /**
     * The columns that are read and those that are left out, as settings of a data set.
     *
     * @param read which of them are read
     */
    public Map<String, String> settings(String file, ColumnMapping read) {
        Map<String, String> settings = new LinkedHashMap<>();
        read.each((role, column) -> settings.put(MAPPED + file + "." + role.id(), column));
        columns.stream()
                .filter(ColumnGuess::isLeftOut)
                .forEach(each -> settings.put(
                        LEFT + file + "." + each.column(), each.why().written()));
        return settings;
    }

    /** The columns of roles, without the roles that are open. */
    public ColumnMapping mapping() {
        ColumnMapping found = ColumnMapping.none();
        for (ColumnGuess each : columns) {
            if (!each.isLeftOut() && !isOpen(each)) {
                ColumnRole role = each.role().get();
                found = each.why().is(ReasonKind.GIVEN)
                        ? found.chosen(role, each.column())
                        : found.with(role, each.column());
            }
        }
        return found;
    }
}
