package dev.interestlens.data.source.layout;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.source.ColumnMapping;
import dev.interestlens.data.source.ColumnRole;
import dev.interestlens.data.source.ImportRules;
import dev.interestlens.data.source.RoleGuess;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.ColumnType;
import dev.interestlens.store.Components;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be read and how.
 *
 * @param format id of the layout
 * @param name of the data set, for people
 * @param logs the files of events, all with the same columns, one after another
 * @param items a file with one row an item, if there is one
 * @param users a file with one row a user, if there is one
 * @param categorySeparator between several categories of an item; empty where a value is one category
 * @param noCategory values that stand for a missing category, also in all further fields
 * @param made the settings of training that the log is made for, and the law of planted causes, by their names; empty for other logs
 * @param apart names of files that are no input, with the reason, a key of the bundle {@code findings}
 */
public record ImportPlan(
        String format,
        String name,
        List<TableInput> logs,
        Optional<TableInput> items,
        Optional<TableInput> users,
        String categorySeparator,
        Set<String> noCategory,
        Map<String, String> made,
        Map<String, String> apart) {

    public ImportPlan {
        made = Map.copyOf(made);
        logs = List.copyOf(logs);
        apart = Map.copyOf(apart);
    }

    /** Of a log whose files are all read, with nothing about items and users. */
    ImportPlan(String format, String name, List<TableInput> logs) {
        this(format, name, logs, Optional.empty(), Optional.empty(), "", Set.of(), Map.of(), Map.of());
    }

    /** The same with a file of items. */
    ImportPlan withItems(Optional<TableInput> described) {
        return Components.of(this).with("items", described);
    }

    /** The same with a file of users. */
    ImportPlan withUsers(Optional<TableInput> described) {
        return Components.of(this).with("users", described);
    }

    /** The same with several categories in a value, or values that stand for none. */
    ImportPlan withCategories(String separator, Set<String> none) {
        return Components.of(this).with("categorySeparator", separator, "noCategory", none);
    }

    /** The same, with files that are never an input. */
    ImportPlan withApart(Set<String> names) {
        return with(names, "fileApart");
    }

    /** The same of a log that is made for these settings of training. */
    ImportPlan madeFor(Map<String, String> settings) {
        return Components.of(this).with("made", settings);
    }

    /** The same of a copy of a log in which causes were planted by a law. */
    ImportPlan plantedBy(Optional<String> law) {
        return law.map(each -> madeFor(Map.of(DatasetInfo.PLANTED, each))).orElse(this);
    }

    /** The same, with files that are like the log and have other columns. */
    ImportPlan withUnlike(Set<String> names) {
        return with(names, "fileUnlike");
    }

    private ImportPlan with(Set<String> names, String reason) {
        Map<String, String> all = new HashMap<>(apart);
        names.forEach(each -> all.put(each, reason));
        return Components.of(this).with("apart", all);
    }

    /**
     * The same with labels made of ratings, where the rules say from which rating on one is positive.
     *
     * @throws dev.interestlens.store.ProblemException where a rule speaks of a column that the log does not have
     */
    ImportPlan labelled(ImportRules rules) {
        if (!Double.isNaN(rules.minimumRating()) && !events().has(Roles.RATING)) {
            throw idle("noRatingColumn", "minimumRating=" + rules.minimumRating());
        }
        if (!rules.kinds().isEmpty() && !events().has(Roles.EVENT)) {
            throw idle("noEventColumn", "eventTypes=" + rules.eventTypes());
        }
        if (Double.isNaN(rules.minimumLabel()) || events().has(Roles.LABEL)) {
            return this;
        }
        if (!events().has(Roles.RATING)) {
            throw idle("noRating", "minimumLabel=" + rules.minimumLabel());
        }
        return Components.of(this)
                .with("logs", logs.stream().map(TableInput::labelled).toList());
    }

    private ProblemException idle(String problem, String rule) {
        return Problem.usage(ImportPlan.class, problem, events().head().file()).ofValue(rule);
    }

    /** @throws dev.interestlens.store.ProblemException where a role that needs one value has a column of several */
    void requireSingleValues() {
        for (TableInput table : tables()) {
            table.mapping().each((role, column) -> {
                ColumnType type = table.head().type(column);
                boolean single = role.kind().isSingle() && type.isList() || type.isNested();
                if (single && !table.expressions().containsKey(role)) {
                    throw Problem.badInput(
                                    ImportPlan.class,
                                    "nestedColumn",
                                    table.head().file())
                            .value(column)
                            .with("role", role.id())
                            .exception("type", type.sql());
                }
            });
        }
    }

    /** @throws dev.interestlens.store.ProblemException where a guessed role could as well be that of another column of the same name */
    public void requireClear() {
        for (TableInput table : tables()) {
            for (ColumnRole role : table.unclear()) {
                List<String> alike = RoleGuess.alike(table.head().columns(), table.column(role));
                throw Problem.badInput(
                                ImportPlan.class, "columnTwice", table.head().file())
                        .value(table.column(role))
                        .with("role", role.id())
                        .with("count", alike.size())
                        .with(
                                "places",
                                alike.stream()
                                        .map(name -> name + " (" + (table.head().column(name) + 1) + ")")
                                        .collect(Collectors.joining(", ")))
                        .exception(
                                "ways",
                                alike.stream()
                                        .map(name -> "--map " + mapping(table.mapping(), role, name))
                                        .collect(Collectors.joining(", ")));
            }
        }
    }

    private static String mapping(ColumnMapping roles, ColumnRole role, String column) {
        return roles.with(role, column).written().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    /** Why a file of the folder is no input, a key of the bundle {@code findings}. */
    public String unread(String file) {
        String other =
                !AnyTable.isTable(file) ? "fileUnread" : format.equals(AnyTable.ID) ? "tableUnnamed" : "tableBeside";
        return apart.getOrDefault(file, other);
    }

    /** What stands for a missing value of a role in a file that describes items or users, or in the log. */
    public Set<String> missing(Optional<TableInput> described, ColumnRole role) {
        return described.filter(table -> table.has(role)).orElse(events()).missing(role, noCategory);
    }

    /** Whether the program wrote these files from a data set: their rows are taken as they are. */
    public boolean isWritten() {
        return format.equals(ParquetFolder.ID);
    }

    /** The first file of events; the others are like it. */
    public TableInput events() {
        return logs.get(0);
    }

    /** All files, those of events first. */
    public List<TableInput> tables() {
        return Stream.concat(logs.stream(), Stream.of(items, users).flatMap(Optional::stream))
                .toList();
    }
}
