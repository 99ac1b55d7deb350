package dev.interestlens.data.source.load;

import dev.interestlens.data.ColumnSum;
import dev.interestlens.data.ColumnWriter;
import dev.interestlens.data.Field;
import dev.interestlens.data.FieldScale;
import dev.interestlens.data.KeyText;
import dev.interestlens.data.Layout;
import dev.interestlens.data.TextWriter;
import dev.interestlens.data.source.ColumnRole;
import dev.interestlens.data.source.FieldRole;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.ColumnType;
import dev.interestlens.data.source.file.Duck;
import dev.interestlens.data.source.file.TextTable;
import dev.interestlens.data.source.file.Trim;
import dev.interestlens.data.source.layout.Csv;
import dev.interestlens.data.source.layout.ImportPlan;
import dev.interestlens.data.source.layout.TableInput;
import dev.interestlens.store.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Numbers items or users by the order of their keys, and writes their keys, titles and fields. Values of the describing file take precedence over
 * those of the events; the first row of a key counts.
 */
final class EntityLoad {

    /** Keys, in small letters, that stand for a user or an item that is not known. */
    private static final Set<String> NOBODY = Stream.concat(
                    TextTable.MISSING.stream().map(text -> text.toLowerCase(Locale.ROOT)),
                    Stream.of("-1", "unknown", "undefined", "anonymous", "guest", "(not set)", "未知", "匿名", "游客"))
            .collect(Collectors.toUnmodifiableSet());

    /** Numbers as floating-point columns write them where they may have lost digits. */
    private static final String ROUNDED = "-?(\\d([.,]\\d+)?[eE]\\+\\d+|\\d[.,]\\d+[eE]\\d+|\\d{16,}[.]0+)";

    private final Duck duck;
    private final Disk disk;
    private final Path folder;
    private final Audit notes;
    private final boolean joinIds;
    private final List<Field> fields = new ArrayList<>();
    private final List<ColumnSum> sums = new ArrayList<>();

    /** @param joinIds whether keys that differ by letter case, a fraction of zeros or leading zeros only are one */
    EntityLoad(Duck duck, Disk disk, Path folder, Audit notes, boolean joinIds) {
        this.joinIds = joinIds;
        this.duck = duck;
        this.disk = disk;
        this.folder = folder;
        this.notes = notes;
    }

    /** The further fields in the order of the mapping, the category first. */
    List<Field> fields() {
        return fields;
    }

    List<ColumnSum> sums() {
        return sums;
    }

    /**
     * Makes the table {@code items} of {@code i} and {@code id}, from 2, and writes the files.
     *
     * @return the number of items
     */
    int items(ImportPlan plan, TextTable file, PrepareOptions options) throws IOException {
        List<ColumnRole> roles = describe(
                "items",
                "i",
                Field.FIRST,
                Roles.ITEM,
                Roles.ITEM_FIELD,
                Roles.describing(Roles.Owner.ITEM),
                plan.events(),
                plan.items(),
                file);
        for (Roles title : List.of(Roles.TITLE, Roles.TITLE_ZH)) {
            if (roles.contains(title)) {
                writeTexts("items." + title.id(), EventSql.column(title), "items_all");
            }
        }
        writeKeys(Layout.ITEM_KEYS, "i", "items");
        if (roles.contains(Roles.CATEGORY)) {
            writeCategories(EventSql.column(Roles.CATEGORY), plan, options);
        }
        writeFields("items", Roles.ITEM_FIELD, roles, Field.FIRST, role -> plan.missing(plan.items(), role));
        return (int) duck.number("SELECT count(*) FROM items");
    }

    // Each different text is passed to Java once; rows of items refer to it by number.
    private void writeCategories(String column, ImportPlan plan, PrepareOptions options) throws IOException {
        duck.run("CREATE TABLE items_categories AS SELECT v, CAST(row_number() OVER (ORDER BY v) AS INTEGER) AS n FROM"
                + " (SELECT DISTINCT " + column + " AS v FROM items_all WHERE " + column + " IS NOT NULL)");
        List<List<String>> values = new ArrayList<>(List.of(List.of()));
        Set<String> nothing = plan.missing(plan.items(), Roles.CATEGORY);
        duck.each(
                "SELECT v FROM items_categories ORDER BY n",
                row -> values.add(categories(row.getString(1), plan.categorySeparator(), nothing)));
        boolean single = plan.categorySeparator().isEmpty();
        long[] none = {0};
        FieldEncoder encoder = new FieldEncoder(Roles.CATEGORY.id(), single ? 1 : options.maxCategories());
        duck.each(
                "SELECT coalesce(n, 0) FROM items_all LEFT JOIN items_categories ON " + column
                        + " = v ORDER BY items_all.id",
                row -> {
                    List<String> some = values.get(row.getInt(1));
                    none[0] += some.isEmpty() ? 1 : 0;
                    encoder.add(some);
                });
        notes.note("itemsWithoutCategory", "", none[0]);
        notes.note("categoriesCut", "", encoder.cut());
        sums.addAll(encoder.write(disk, folder, Layout.itemField(Roles.CATEGORY.id()), Field.FIRST));
        fields.add(encoder.field());
    }

    /**
     * Makes the table {@code users} of {@code u} and {@code id}, from 0, and writes the files.
     *
     * @return the number of users
     */
    int users(ImportPlan plan, TextTable file) throws IOException {
        List<ColumnRole> roles =
                describe("users", "u", 0, Roles.USER, Roles.USER_FIELD, List.of(), plan.events(), plan.users(), file);
        writeKeys(Layout.USER_KEYS, "u", "users");
        writeFields("users", Roles.USER_FIELD, roles, 0, role -> plan.missing(plan.users(), role));
        return (int) duck.number("SELECT count(*) FROM users");
    }

    // Numbers the keys in the order of their bytes and joins all their values into GROUP_all. Returns the roles that
    // have a column there.
    private List<ColumnRole> describe(
            String group,
            String key,
            int firstId,
            Roles keyRole,
            Roles fields,
            List<Roles> roles,
            TableInput events,
            Optional<TableInput> own,
            TextTable file)
            throws IOException {
        List<ColumnRole> all = allRoles(fields, roles, events, own);
        List<ColumnRole> fromFile = new ArrayList<>();
        List<ColumnRole> fromEvents = new ArrayList<>();
        for (ColumnRole role : all) {
            boolean inFile = own.isPresent() && own.get().has(role);
            (inFile ? fromFile : fromEvents).add(role);
        }
        String joined = "SELECT seen." + key;
        String tables = " FROM (" + seen(key, fromEvents) + ") AS seen";
        if (!fromFile.isEmpty()) {
            String named = Csv.value(own.get(), keyRole, file.around());
            duck.run("CREATE TABLE " + group + "_file AS SELECT " + (joinIds ? Trim.joined(named) : named) + " AS "
                    + key
                    + list(fromFile, role -> Csv.value(own.get(), role, file.around()) + " AS " + EventSql.column(role))
                    + " FROM " + Csv.scan(duck, file, "reject_" + group));
            duck.run("CREATE TABLE " + group + "_first AS SELECT * FROM " + group + "_file WHERE " + key
                    + " IS NOT NULL QUALIFY row_number() OVER (PARTITION BY " + key + " ORDER BY rowid) = 1");
            joined += list(fromFile, role -> "f." + EventSql.column(role));
            tables += " LEFT JOIN " + group + "_first AS f ON seen." + key + " = f." + key;
        }
        for (int n = 0; n < fromEvents.size(); n++) {
            joined += ", e" + n + "." + EventSql.column(fromEvents.get(n));
            tables += " LEFT JOIN raw AS e" + n + " ON seen.first" + n + " = e" + n + ".rowid";
        }
        duck.run("CREATE TABLE " + group + "_all AS SELECT CAST(row_number() OVER () - 1 + " + firstId
                + " AS INTEGER) AS id, * FROM (" + joined + tables + " ORDER BY seen." + key + ")");
        duck.run("CREATE VIEW " + group + " AS SELECT " + key + ", id FROM " + group + "_all");
        if (!fromFile.isEmpty()) {
            auditFile(group, key, file);
        }
        if (!joinIds) {
            noteAlike(group, key, !fromFile.isEmpty());
        }
        noteKeys(group, key, "NamedMissing", "lower(" + key + ") IN " + Duck.literals(NOBODY));
        ColumnType type = events.head().type(events.column(keyRole));
        noteKeys(group, key, "Rounded", "regexp_full_match(" + key + ", '" + ROUNDED + "')" + type.inexact(key));
        return all;
    }

    private void noteKeys(String group, String key, String reason, String condition) throws IOException {
        String found = " FROM " + group + " WHERE " + condition;
        notes.note(group + reason, "", duck.number("SELECT count(*)" + found));
        duck.each(
                "SELECT " + key + found + " ORDER BY " + key + " LIMIT 1",
                row -> notes.example(group + reason, "", row.getString(1)));
    }

    // Only keys that may differ from the joined one are compared, with each other and with those that are like it.
    private void noteAlike(String group, String key, boolean described) throws IOException {
        String keys = "SELECT " + key + " AS k FROM " + group;
        String odd = keys + " WHERE " + Trim.mayDiffer(key);
        String all = keys;
        if (described) {
            odd += " UNION SELECT " + key + " FROM " + group + "_first WHERE " + Trim.mayDiffer(key);
            all += " UNION ALL SELECT " + key + " FROM " + group + "_first";
        }
        duck.run("CREATE OR REPLACE TABLE " + group + "_odd AS SELECT k, " + Trim.joined("k") + " AS j FROM (" + odd
                + ")");
        String alike = "SELECT j, list(k ORDER BY k) AS ks FROM (SELECT k, j FROM " + group
                + "_odd UNION SELECT k, k FROM (" + all + ") WHERE k IN (SELECT j FROM " + group
                + "_odd)) GROUP BY j HAVING count(*) > 1";
        duck.each(
                "SELECT sum(len(ks)), array_to_string((list(array_to_string(ks[1:3], ', ') ORDER BY j))[1:3],"
                        + " '; ') FROM (" + alike + ")",
                row -> {
                    notes.note(group + "Alike", "", row.getLong(1));
                    notes.example(group + "Alike", "", row.getString(2) == null ? "" : row.getString(2));
                });
        duck.run("DROP TABLE " + group + "_odd");
    }

    // The keys, and for each role the first row with a value: one pass over the events.
    private static String seen(String key, List<ColumnRole> fromEvents) {
        StringBuilder first = new StringBuilder();
        for (int n = 0; n < fromEvents.size(); n++) {
            first.append(", min(row) FILTER (WHERE ")
                    .append(EventSql.column(fromEvents.get(n)))
                    .append(" IS NOT NULL) AS first")
                    .append(n);
        }
        return "SELECT " + key + first + " FROM good GROUP BY " + key;
    }

    private static List<ColumnRole> allRoles(
            Roles fields, List<Roles> roles, TableInput events, Optional<TableInput> own) {
        Set<ColumnRole> all = new LinkedHashSet<>();
        roles.stream()
                .filter(role -> events.has(role) || own.isPresent() && own.get().has(role))
                .forEach(all::add);
        own.ifPresent(table -> all.addAll(table.fields(fields)));
        all.addAll(events.fields(fields));
        return List.copyOf(all);
    }

    private static String list(List<ColumnRole> roles, Function<ColumnRole, String> sql) {
        StringBuilder text = new StringBuilder();
        roles.forEach(role -> text.append(", ").append(sql.apply(role)));
        return text.toString();
    }

    private void auditFile(String group, String key, TextTable file) {
        String name = file.source().name();
        notes.note(group + "Rejected", name, duck.number("SELECT count(DISTINCT line) FROM reject_" + group));
        notes.note(
                group + "Repeated",
                name,
                duck.number("SELECT count(" + key + ") - count(DISTINCT " + key + ") FROM " + group + "_file"));
        notes.note(
                group + "Undescribed",
                name,
                duck.number("SELECT count(*) FROM " + group + " ANTI JOIN " + group + "_first USING (" + key + ")"));
        notes.note(
                group + "WithoutEvents",
                name,
                duck.number("SELECT count(*) FROM " + group + "_first ANTI JOIN " + group + " USING (" + key + ")"));
    }

    // Keys hold no zero byte, so that thousands of them are fetched as one text; one by one each would cost a
    // microsecond.
    private void writeKeys(String vocabulary, String key, String table) throws IOException {
        try (TextWriter texts = new TextWriter(disk, folder, vocabulary)) {
            duck.each(
                    "SELECT string_agg(" + key + ", chr(0) ORDER BY id) FROM " + table + " GROUP BY id // 4096 ORDER BY"
                            + " id // 4096",
                    row -> {
                        for (String text : row.getString(1).split("\0", -1)) {
                            texts.add(text);
                        }
                    });
            sums.addAll(texts.finish());
        }
    }

    private void writeTexts(String vocabulary, String column, String table) throws IOException {
        try (TextWriter texts = new TextWriter(disk, folder, vocabulary)) {
            duck.each("SELECT " + column + " FROM " + table + " ORDER BY id", row -> texts.add(row.getString(1)));
            sums.addAll(texts.finish());
        }
    }

    private void writeFields(
            String group,
            Roles fieldGroup,
            List<ColumnRole> roles,
            int ownIds,
            Function<ColumnRole, Set<String>> missing)
            throws IOException {
        for (ColumnRole role : roles) {
            if (!(role instanceof FieldRole field) || field.kind() != fieldGroup) {
                continue;
            }
            String name = field.name();
            String column = EventSql.column(field);
            String file = group + ".field." + name;
            FieldKind kind = FieldKind.of(duck, group + "_all", column, name);
            kind.tell(notes, file);
            if (kind.isNumber()) {
                writeNumbers(group, column, file, ownIds);
                fields.add(Field.numeric(name, scale(duck, group + "_all", column)));
            } else {
                FieldEncoder encoder = new FieldEncoder(name, 1);
                Set<String> nothing = missing.apply(field);
                duck.each("SELECT " + column + " FROM " + group + "_all ORDER BY id", row -> {
                    String text = row.getString(1);
                    boolean none = text == null || nothing.contains(text);
                    encoder.add(none ? List.of() : List.of(text));
                });
                sums.addAll(encoder.write(disk, folder, file, ownIds));
                fields.add(encoder.field());
            }
        }
    }

    /** The scale of the different values; independent of their order and frequency; null where there are too few. */
    static FieldScale scale(Duck duck, String table, String column) throws IOException {
        FieldScale[] found = {null};
        duck.each(
                "SELECT quantile_disc(v, 0.1), quantile_disc(v, 0.9) FROM (SELECT DISTINCT " + Duck.finite(column)
                        + " AS v FROM " + table + ") WHERE v IS NOT NULL HAVING count(*) > 1",
                row -> found[0] =
                        row.getFloat(1) < row.getFloat(2) ? new FieldScale(row.getFloat(1), row.getFloat(2)) : null);
        return found[0];
    }

    private void writeNumbers(String group, String column, String file, int ownIds) throws IOException {
        String number = Duck.finite(column);
        notes.note(
                "numberMissing", file, duck.number("SELECT count(*) - count(" + number + ") FROM " + group + "_all"));
        try (ColumnWriter numbers = new ColumnWriter(disk, folder, file)) {
            for (int i = 0; i < ownIds; i++) {
                numbers.putFloat(0);
            }
            duck.each(
                    "SELECT coalesce(" + number + ", 0) FROM " + group + "_all ORDER BY id",
                    row -> numbers.putFloat(row.getFloat(1)));
            sums.add(numbers.finish());
        }
    }

    private static List<String> categories(String text, String separator, Set<String> nothing) {
        if (text == null) {
            return List.of();
        }
        if (separator.isEmpty()) {
            String only = KeyText.clean(text);
            return only.isEmpty() || nothing.contains(only) ? List.of() : List.of(only);
        }
        return Arrays.stream(text.split(Pattern.quote(separator)))
                .map(KeyText::clean)
                .filter(part -> !part.isEmpty() && !nothing.contains(part))
                .distinct()
                .toList();
    }
}
