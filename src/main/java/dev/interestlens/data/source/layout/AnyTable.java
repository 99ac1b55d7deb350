package dev.interestlens.data.source.layout;

import dev.interestlens.data.source.ColumnMapping;
import dev.interestlens.data.source.ColumnRole;
import dev.interestlens.data.source.FieldRole;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.Compression;
import dev.interestlens.data.source.file.SourceFiles;
import dev.interestlens.data.source.file.TextHead;
import dev.interestlens.data.source.file.TextTable;
import dev.interestlens.data.source.role.ColumnRoles;
import dev.interestlens.data.source.role.TableRoles;
import dev.interestlens.store.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Any table, or several that belong together, by a column mapping or by what the names of columns suggest: a file with users
 * and items holds the events, one with items alone describes items, one with users alone describes users.
 */
public record AnyTable(String id) implements SourceLayout {

    private static final Pattern TEXT_FILE =
            Pattern.compile("(?i).*\\.(csv|tsv|txt|dat|log|tab|json|jsonl|ndjson|parquet)(\\.(gz|zst|zip))?");

    public static final String ID = "table";

    @Override
    public Optional<ImportPlan> recognise(SourceFiles files, PrepareOptions options) {
        List<TableInput> tables = tables(files, options);
        requireColumns(options.columns(), tables, files);
        Optional<TableInput> events = tables.stream()
                .filter(AnyTable::isLog)
                .max(Comparator.comparing((TableInput table) -> isChosen(table, options.mapping()))
                        .thenComparing(AnyTable::mayHaveTime)
                        .thenComparing(table -> bytes(alike(table, tables))));
        return events.map(log -> new ImportPlan(id(), files.name(), alike(log, tables))
                .withItems(describing(tables, Roles.ITEM, Roles.USER, Roles.ITEM_FIELD))
                .withUsers(describing(tables, Roles.USER, Roles.ITEM, Roles.USER_FIELD))
                .withCategories(Roles.BETWEEN_CATEGORIES, TextTable.MISSING)
                .withUnlike(unlike(log, tables)));
    }

    /** The tables among some files, each with its roles; those with the same columns have the same. */
    public static List<TableInput> tables(SourceFiles files, PrepareOptions options) {
        Map<List<String>, TableRoles> known = new HashMap<>();
        boolean all = !options.mapping().isEmpty();
        ColumnMapping wanted = options.columns();
        List<TableInput> tables = new ArrayList<>();
        for (Path file : files.files()) {
            if (mayBeTable(files, file)) {
                TextHead head = named(TextHead.of(file, options), wanted);
                ColumnMapping roles = roles(head, wanted);
                boolean named = all && isNamed(roles);
                TableRoles found = known.computeIfAbsent(
                        head.columns(),
                        columns -> named ? guess(head, options, roles) : ColumnRoles.of(head, options, roles));
                tables.add(
                        named
                                ? new TableInput(head, roles, Map.of(), found.chosen(roles))
                                : new TableInput(head, found));
            }
        }
        boolean log = tables.stream().anyMatch(table -> isLog(table) && mayHaveTime(table));
        return tables.stream()
                .map(table -> log && !isChosen(table, wanted) ? beside(table, options) : table)
                .map(table -> withoutPurchases(table, tables))
                .toList();
    }

    // A number of purchases is no user where a neighbour names the users of the same purchases.
    private static TableInput withoutPurchases(TableInput table, List<TableInput> tables) {
        for (String offered : table.told().open().getOrDefault(Roles.USER, List.of())) {
            for (TableInput other : tables) {
                String user = other.mapping().column(Roles.USER).orElse(offered);
                if (other != table
                        && !user.equals(offered)
                        && other.head().columns().contains(offered)) {
                    String file = other.head().file().getFileName().toString();
                    return new TableInput(table.head(), table.told().withUsersElsewhere(offered, file, user));
                }
            }
        }
        return table;
    }

    /** What would be found behind the users and items that are named: they say what the other columns describe. */
    private static TableRoles guess(TextHead head, PrepareOptions options, ColumnMapping roles) {
        TableRoles free = ColumnRoles.of(head, options, ColumnMapping.none());
        ColumnMapping keys = roles.only(role -> role.kind().isNeeded());
        boolean found = free.open().isEmpty()
                && keys.choices().keySet().stream()
                        .allMatch(key -> free.mapping().column(key).equals(keys.column(key)));
        return found || !keys.hasAll(Roles.needed()) ? free : ColumnRoles.of(head, options, keys);
    }

    // Whether a person named the users and items of this file.
    private static boolean isChosen(TableInput table, ColumnMapping wanted) {
        return wanted.hasAll(Roles.needed())
                && Roles.needed().stream().allMatch(key -> column(table.head(), wanted.of(key))
                        .equals(table.mapping().column(key)));
    }

    // Whether a person who names columns of the log names some of this file, too, beside the key of what it describes.
    private static boolean isNamed(ColumnMapping roles) {
        return roles.hasAll(Roles.needed())
                || roles.choices().keySet().stream()
                        .anyMatch(role -> !role.kind().isNeeded());
    }

    private static boolean isLog(TableInput table) {
        return table.has(Roles.USER) && table.has(Roles.ITEM);
    }

    private static boolean mayHaveTime(TableInput table) {
        return table.has(Roles.TIME) || table.told().open().containsKey(Roles.TIME);
    }

    // Beside a log, a file with users and items but no times may be the list of items, whose makers were taken for
    // users.
    private static TableInput beside(TableInput table, PrepareOptions options) {
        return isLog(table) && !mayHaveTime(table)
                ? ColumnRoles.beside(table.head(), options, table.told())
                        .map(roles -> new TableInput(table.head(), roles))
                        .orElse(table)
                : table;
    }

    // Other logs with users and items beside the one that is read.
    private static Set<String> unlike(TableInput log, List<TableInput> tables) {
        List<TableInput> read = alike(log, tables);
        return tables.stream()
                .filter(table -> isLog(table) && !read.contains(table))
                .map(table -> table.head().file().getFileName().toString())
                .collect(Collectors.toSet());
    }

    /** Whether a file may be a table; a file that was named itself always may. */
    static boolean mayBeTable(SourceFiles files, Path file) {
        return files.files().size() == 1 || isTable(file.toString());
    }

    /** Whether the name of a file is that of a table. */
    static boolean isTable(String file) {
        return TEXT_FILE.matcher(file).matches();
    }

    // A log is often divided into several files, by day or by part; files with the same columns are one log.
    private static List<TableInput> alike(TableInput log, List<TableInput> tables) {
        return tables.stream()
                .filter(table -> table.mapping().equals(log.mapping())
                        && table.head().kind() == log.head().kind()
                        && table.head().columns().equals(log.head().columns()))
                .toList();
    }

    // Of logs with different columns the larger one is read: a test part is smaller than that for training.
    private static long bytes(List<TableInput> tables) {
        long bytes = 0;
        for (TableInput table : tables) {
            try {
                bytes += Files.size(table.head().file());
            } catch (IOException e) {
                throw Compression.unreadable(table.head().file(), e);
            }
        }
        return bytes;
    }

    // Whether the first row holds names may be seen only by a name that a person gives.
    private static TextHead named(TextHead head, ColumnMapping wanted) {
        boolean firstRowNames = !head.dialect().header()
                && !head.rows().isEmpty()
                && wanted.columns().stream().anyMatch(head.rows().get(0)::contains);
        return firstRowNames ? head.withHeader() : head;
    }

    /** The wanted roles whose columns this file has; another one may have the others. */
    private static ColumnMapping roles(TextHead head, ColumnMapping wanted) {
        Map<ColumnRole, ColumnMapping.Choice> here = new LinkedHashMap<>();
        wanted.each((role, name) -> {
            Optional<String> column = column(head, name);
            if (column.isPresent() || isNoTime(role, name)) {
                here.put(role, new ColumnMapping.Choice(column, wanted.by(role)));
            }
        });
        return new ColumnMapping(here);
    }

    /** Whether a person says that no column tells the times. */
    private static boolean isNoTime(ColumnRole role, String column) {
        return role == Roles.TIME && column.equals(PrepareOptions.NONE);
    }

    // A column by its name, or by its number from 1 where the file has no names.
    private static Optional<String> column(TextHead head, String wanted) {
        if (head.columns().contains(wanted)) {
            return Optional.of(wanted);
        }
        String numbered = "column" + wanted;
        return !head.dialect().header() && head.columns().contains(numbered) ? Optional.of(numbered) : Optional.empty();
    }

    private static void requireColumns(ColumnMapping mapping, List<TableInput> tables, SourceFiles files) {
        Optional<String> user = mapping.column(Roles.USER).filter(column -> !column.isEmpty());
        if (user.isPresent() && user.equals(mapping.column(Roles.ITEM))) {
            throw Problem.usage(AnyTable.class, "oneColumn").ofValue(user.get());
        }
        if (mapping.has(Roles.CATEGORY) && mapping.has(FieldRole.CATEGORY)) {
            throw Problem.usage(AnyTable.class, "categoryTwice").ofValue(FieldRole.CATEGORY.id());
        }
        mapping.each((role, name) -> {
            boolean found =
                    tables.stream().anyMatch(table -> column(table.head(), name).isPresent());
            if (!found && !isNoTime(role, name)) {
                Set<String> columns = new TreeSet<>();
                tables.forEach(table -> columns.addAll(table.head().columns()));
                throw Problem.usage(AnyTable.class, "column", files.files().get(0))
                        .value(name)
                        .with("role", role.id())
                        .exception("columns", String.join("\", \"", columns));
            }
        });
    }

    private static Optional<TableInput> describing(List<TableInput> tables, Roles key, Roles not, Roles fields) {
        return tables.stream()
                .filter(table -> table.has(key) && !table.has(not))
                .filter(table -> fields != Roles.ITEM_FIELD
                        || table.has(Roles.CATEGORY)
                        || table.has(Roles.TITLE)
                        || !table.fields(fields).isEmpty())
                .findFirst();
    }
}
