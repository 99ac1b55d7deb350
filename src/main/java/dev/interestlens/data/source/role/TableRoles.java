package dev.interestlens.data.source.role;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.Field;
import dev.interestlens.data.Schema;
import dev.interestlens.data.source.ColumnRole;
import dev.interestlens.data.source.Roles;
import dev.interestlens.store.KeyedText;
import dev.interestlens.store.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
        List<ColumnRole> columns,
        Map<String, List<String>> open,
        Map<String, String> commas,
        Map<String, String> codes) {
    /** The settings of a data set that say which columns were read begin with it, and those of the others with {@link #LEFT}. */
    public static final String MAPPED = "map.";

    static final String LEFT = "left.";

    /** Why a column is left out that may be that of the times, where there is no other one. */
    static final String MAYBE_TIME = "maybeTime";

    /** Why a column is the label whose numbers are both above and below 0. */
    static final String SIGNED = "signed";

    /** Why a column is offered as that of the times; the order that it gives. */
    static final String OPEN_TIME = "open.time";

    /** Why a column that is named like that of users or items is in doubt: each value names several. */
    static final String LISTS = "open.lists";

    /** Why a column of numbers is left out: some are negative, of which one is the value, and may tell what was given back. */
    static final String RETURNS = "returns";

    /** Why a number, a flag or a text of events is left out: it may be known only after the choice. */
    static final String FOLLOWS = "follows";

    static final String YES_OR_NO = "yesOrNo";
    static final String OUTCOME = "outcome";
    static final String AFTERWARDS = "afterwards";

    private static final Set<String> AFTER_THE_CHOICE =
            Set.of(LEFT + RETURNS, LEFT + FOLLOWS, LEFT + YES_OR_NO, LEFT + OUTCOME, LEFT + AFTERWARDS);

    /** Why a column tells the types of events; their number and the most frequent ones. */
    static final String EVENT = "event";

    /** The same, where some of the types take a choice back. */
    static final String UNDOING = "undoing";

    /** Why a column is left out that numbers purchases: another file, and its column that names their users. */
    static final String ELSEWHERE = "elsewhere";

    private static final String BETWEEN = " | ";
    private static final Texts TEXTS = Texts.beside(TableRoles.class, "roles");

    public TableRoles {
        columns = List.copyOf(columns);
        open = Map.copyOf(open);
        commas = Map.copyOf(commas);
        codes = Map.copyOf(codes);
    }

    /** Of a table whose roles were chosen, or are those of a known layout. */
    public static TableRoles given(List<String> columns, Map<String, String> roles, String taken, String left) {
        List<ColumnRole> told = new ArrayList<>();
        for (String column : columns) {
            Optional<String> role = roles.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(column))
                    .map(Map.Entry::getKey)
                    .findFirst();
            told.add(new ColumnRole(
                    column, role.orElse(""), 1, KeyedText.of(TEXTS, role.isPresent() ? taken : "left." + left)));
        }
        return new TableRoles(told, Map.of(), Map.of(), Map.of());
    }

    /** The same where a person chose what is read; reasons that still hold are kept. */
    public TableRoles chosen(Map<String, String> roles) {
        List<ColumnRole> chosen = given(columns.stream().map(ColumnRole::column).toList(), roles, "given", "notChosen")
                .columns();
        List<ColumnRole> all = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            boolean same = columns.get(c).role().equals(chosen.get(c).role())
                    && !open.containsKey(columns.get(c).role());
            ColumnRole found = columns.get(c);
            boolean dropped =
                    found.role().equals(Roles.TIME) && chosen.get(c).isLeftOut() && !roles.containsKey(Roles.TIME);
            all.add(same ? found : dropped ? maybeTime(found) : chosen.get(c));
        }
        return new TableRoles(all, Map.of(), commas, codes);
    }

    private static ColumnRole maybeTime(ColumnRole time) {
        Object[] example = time.why().values().toArray();
        return new ColumnRole(time.column(), "", 1, KeyedText.of(TEXTS, LEFT + MAYBE_TIME, example));
    }

    /** The columns whose negative numbers may be returns → one of these. */
    public Map<String, String> returns() {
        return columns.stream()
                .filter(each -> each.why().key().equals(LEFT + RETURNS))
                .collect(Collectors.toMap(
                        ColumnRole::column, each -> each.why().values().get(0).toString()));
    }

    /** The columns that are left out since they may be known only after the choice. */
    public List<String> afterTheChoice() {
        return columns.stream()
                .filter(each -> AFTER_THE_CHOICE.contains(each.why().key()))
                .map(ColumnRole::column)
                .toList();
    }

    /** The types of events in the column that tells them, the most frequent first, where several were seen. */
    public List<String> eventTypes() {
        return columns.stream()
                .filter(each -> Set.of(EVENT, UNDOING).contains(each.why().key()))
                .flatMap(each -> Stream.of(each.why().values().get(1).toString().split(", ")))
                .toList();
    }

    /** The same where a column, which was offered as the user, numbers purchases whose users another file names. */
    public TableRoles withUsersElsewhere(String column, String file, String user) {
        Map<String, List<String>> asked = new LinkedHashMap<>(open);
        asked.remove(Roles.USER);
        ColumnRole left = new ColumnRole(column, "", 1, KeyedText.of(TEXTS, LEFT + ELSEWHERE, file, user));
        List<ColumnRole> all = columns.stream()
                .map(each -> each.column().equals(column) ? left : each)
                .map(each -> each.role().equals(Roles.USER)
                        ? new ColumnRole(each.column(), "", 1, KeyedText.of(TEXTS, LEFT + "noLog"))
                        : each)
                .toList();
        return new TableRoles(all, asked, commas, codes);
    }

    /** The column that numbers purchases whose users another file names; its reason tells where. */
    public Optional<ColumnRole> elsewhere() {
        return columns.stream()
                .filter(each -> each.why().key().equals(LEFT + ELSEWHERE))
                .findFirst();
    }

    /** A value that names several items or users, in a column that may be that of a role. */
    public Optional<String> listIn(String column) {
        return columns.stream()
                .filter(each -> each.column().equals(column) && each.why().key().equals(LISTS))
                .map(each -> each.why().values().get(0).toString())
                .findFirst();
    }

    /** The column that tells likes from dislikes, where it was taken for the label. */
    public Optional<String> signed() {
        return columns.stream()
                .filter(each -> each.why().key().equals(SIGNED))
                .map(ColumnRole::column)
                .findFirst();
    }

    /** The order that a column gives which may be that of the times. */
    public String order(String column) {
        return columns.stream()
                .filter(each -> each.column().equals(column)
                        && Set.of(OPEN_TIME, LEFT + MAYBE_TIME)
                                .contains(each.why().key()))
                .map(each -> each.why().values().get(0).toString())
                .findFirst()
                .orElse("");
    }

    /** The columns that may hold the times, where none was read as such. */
    public List<String> maybeTimes() {
        return columns.stream()
                .filter(each -> each.why().key().equals(LEFT + MAYBE_TIME))
                .map(ColumnRole::column)
                .toList();
    }

    /** The columns of the files of a data set, as its settings say. */
    public static TableRoles of(DatasetInfo info) {
        List<ColumnRole> columns = new ArrayList<>();
        for (DatasetInfo.SourceFile file : info.origin().sources()) {
            info.origin().settings().forEach((name, value) -> {
                behind(name, MAPPED + file.name() + ".")
                        .ifPresent(role -> columns.add(new ColumnRole(value, role, 1, read(info.schema(), role))));
                behind(name, LEFT + file.name() + ".")
                        .ifPresent(column -> columns.add(
                                new ColumnRole(column, "", 1, reason(value.split(Pattern.quote(BETWEEN))))));
            });
        }
        return new TableRoles(columns, Map.of(), Map.of(), Map.of());
    }

    /** How a column was read; of a field, whether it is a number. */
    private static KeyedText read(Schema schema, String role) {
        return Stream.of(
                        fields(Roles.ITEM_FIELD, schema.itemFields()),
                        fields(Roles.USER_FIELD, schema.userFields()),
                        fields(Roles.CONTEXT_FIELD, schema.contextFields()))
                .flatMap(each -> each.entrySet().stream())
                .filter(each -> each.getKey().equals(role))
                .map(Map.Entry::getValue)
                .findFirst()
                .map(field -> field.isCategorical()
                        ? KeyedText.of(TEXTS, "readCategories", field.size() - Field.FIRST)
                        : KeyedText.of(TEXTS, "readNumber"))
                .orElseGet(() -> KeyedText.of(TEXTS, "read"));
    }

    private static Map<String, Field> fields(String prefix, List<Field> fields) {
        return fields.stream().collect(Collectors.toMap(field -> prefix + field.name(), field -> field));
    }

    private static Optional<String> behind(String name, String prefix) {
        return name.startsWith(prefix) ? Optional.of(name.substring(prefix.length())) : Optional.empty();
    }

    private static KeyedText reason(String... written) {
        return new KeyedText(
                TEXTS,
                LEFT + written[0],
                List.of(written).subList(1, written.length).stream()
                        .map(TableRoles::value)
                        .toList());
    }

    /** A value of a reason: a count is a number again, any other text stays as it was written. */
    private static Object value(String written) {
        return written.matches("[1-9]\\d{0,17}") ? (Object) Long.valueOf(written) : written;
    }

    /** The columns that are left out, as settings of a data set. */
    public Map<String, String> leftOut(String file) {
        Map<String, String> settings = new LinkedHashMap<>();
        columns.stream()
                .filter(ColumnRole::isLeftOut)
                .forEach(each -> settings.put(
                        LEFT + file + "." + each.column(),
                        Stream.concat(
                                        Stream.of(each.why().key().substring(LEFT.length())),
                                        each.why().values().stream().map(String::valueOf))
                                .collect(Collectors.joining(BETWEEN))));
        return settings;
    }

    /** Role → column, without the roles that are open. */
    public Map<String, String> mapping() {
        Map<String, String> roles = new LinkedHashMap<>();
        columns.stream()
                .filter(each -> !each.isLeftOut() && !open.containsKey(each.role()))
                .forEach(each -> roles.put(each.role(), each.column()));
        return roles;
    }
}
