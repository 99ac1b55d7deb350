package dev.interestlens.ui.train;

import dev.interestlens.filter.Mistake;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Differences;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.RunTableState;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/** The table of all runs: filter, order, groups and columns. It uses only data in memory; configurations are flattened on another thread. */
final class RunTableViewModel {
    /** Maximum number of settings that are columns by default. */
    private static final int SWITCHES = 2;

    private static final Set<String> FIRST = Set.of("state", "ndcg", "auc", "duration", "tags", "note");

    /** Columns of words of a person. */
    private static final Set<String> LABELS = Set.of("tags", "note");

    private final ObservableList<RunSummary> runs;
    private final Function<Path, String> dataNames;
    private final StringProperty filter;
    private final ObjectProperty<RunTableState> kept;
    private final Background background;
    private final Messages messages;
    private final Differences words;
    private final LatestRequest flattening = new LatestRequest();
    private final ObservableList<RunRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<RunColumn>> columns =
            new ReadOnlyObjectWrapper<>(this, "columns", List.of());
    private final ReadOnlyObjectWrapper<List<Mistake>> mistakes =
            new ReadOnlyObjectWrapper<>(this, "mistakes", List.of());
    private final ObservableSet<String> hidden = FXCollections.observableSet(new LinkedHashSet<>());
    private final BooleanProperty grouped = new SimpleBooleanProperty(this, "grouped");
    private final Set<String> closed = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private Map<RunFolder, Map<String, String>> settings = Map.of();
    private List<String> differing = List.of();
    private int passing;
    private String by = "created";
    private boolean descending = true;
    private boolean restoring;

    /** @param dataNames display names of the data sets in folders */
    RunTableViewModel(
            ObservableList<RunSummary> runs,
            Function<Path, String> dataNames,
            StringProperty filter,
            ObjectProperty<RunTableState> kept,
            Background background,
            Messages messages) {
        this.runs = runs;
        this.dataNames = dataNames;
        this.filter = filter;
        this.kept = kept;
        this.background = background;
        this.messages = messages;
        words = new Differences(messages);
        Changes.call(this::arrange, runs, filter, grouped);
        Changes.call(this::flatten, runs);
        usualKeys().stream()
                .filter(key -> !FIRST.contains(key) && !key.equals(RunColumn.NAME))
                .forEach(hidden::add);
        messages.keepShown(this::showColumns);
        arrange();
        flatten();
        restore(kept.get());
        kept.addListener((observed, before, now) -> restore(now));
        Changes.call(this::keep, hidden, grouped);
    }

    /** Restores an arrangement of the table; does nothing if it is unchanged. */
    private void restore(RunTableState state) {
        if (state != null && !state.equals(state())) {
            restoring = true;
            known.addAll(state.known());
            hidden.retainAll(state.hidden());
            hidden.addAll(state.hidden());
            grouped.set(state.grouped());
            sort(state.sortedBy(), state.descending());
            restoring = false;
        }
    }

    private void keep() {
        if (!restoring) {
            kept.set(state());
        }
    }

    private RunTableState state() {
        return new RunTableState(
                hidden.stream().sorted().toList(), known.stream().sorted().toList(), by, descending, grouped.get());
    }

    private List<String> usualKeys() {
        return RunColumn.usual(this::data, messages).stream()
                .map(RunColumn::key)
                .toList();
    }

    /** The shown rows, including headings. */
    ObservableList<RunRow> rows() {
        return rows;
    }

    /** All columns, including hidden ones. */
    ReadOnlyObjectProperty<List<RunColumn>> columnsProperty() {
        return columns.getReadOnlyProperty();
    }

    /** Whether no run has anything in a column of labels, which then only takes room. */
    boolean isBlank(RunColumn column) {
        return LABELS.contains(column.key())
                && runs.stream().allMatch(run -> column.text().apply(run).isBlank());
    }

    /** Keys of hidden columns. */
    ObservableSet<String> hidden() {
        return hidden;
    }

    /** Mistakes in the filter. */
    ReadOnlyObjectProperty<List<Mistake>> mistakesProperty() {
        return mistakes.getReadOnlyProperty();
    }

    /** Whether runs are grouped by data set. */
    BooleanProperty groupedProperty() {
        return grouped;
    }

    /** Number of runs that pass the filter, including those in collapsed groups. */
    int passing() {
        return passing;
    }

    void sort(String key, boolean fromTop) {
        by = key;
        descending = fromTop;
        arrange();
        keep();
    }

    String sortedBy() {
        return by;
    }

    boolean isDescending() {
        return descending;
    }

    boolean isOpen(RunRow heading) {
        return !closed.contains(heading.group());
    }

    /** Expands or collapses a group. */
    void toggle(RunRow heading) {
        if (!closed.remove(heading.group())) {
            closed.add(heading.group());
        }
        arrange();
    }

    /** Index of a run's row, −1 where it is not shown. */
    int placeOf(RunSummary run) {
        return IntStream.range(0, rows.size())
                .filter(i ->
                        !rows.get(i).isHeading() && rows.get(i).run().folder().equals(run.folder()))
                .findFirst()
                .orElse(-1);
    }

    /** The display name of a run's data set; empty where its description cannot be read. */
    String data(RunSummary run) {
        return run.description() == null
                ? ""
                : dataNames.apply(run.description().dataset());
    }

    private RunFilter filterNow() {
        return new RunFilter(this::settings, this::data, differing);
    }

    private Map<String, String> settings(RunSummary run) {
        return settings.getOrDefault(run.folder(), Map.of());
    }

    private void arrange() {
        var read = filterNow().of(filter.get());
        mistakes.set(read.mistakes());
        List<RunSummary> found = runs.stream().filter(read.test()).toList();
        passing = found.size();
        List<RunSummary> sorted = columns.get().stream()
                .filter(column -> column.key().equals(by))
                .findFirst()
                .map(column -> column.sorted(found, descending))
                .orElse(found);
        rows.setAll(grouped.get() ? underHeadings(sorted) : lines(sorted, ""));
    }

    private static List<RunRow> lines(Collection<RunSummary> of, String group) {
        return of.stream().map(run -> RunRow.of(run, group)).toList();
    }

    private List<RunRow> underHeadings(List<RunSummary> sorted) {
        Map<String, List<RunSummary>> groups = new TreeMap<>();
        sorted.forEach(run ->
                groups.computeIfAbsent(data(run), made -> new ArrayList<>()).add(run));
        List<RunRow> all = new ArrayList<>();
        groups.forEach((group, of) -> {
            all.add(RunRow.heading(group, of.size()));
            if (!closed.contains(group)) {
                all.addAll(lines(of, group));
            }
        });
        return all;
    }

    /** Flattens the configurations of new runs. */
    private void flatten() {
        List<RunSummary> all = List.copyOf(runs);
        Map<RunFolder, Map<String, String>> before = settings;
        background.load(flattening, ticket -> RunSettings.of(all, before), found -> {
            settings = found.settings();
            if (!found.differing().equals(differing)) {
                differing = found.differing();
                int shown = (int) differing.stream()
                        .filter(key -> known.contains(key) && !hidden.contains(key))
                        .count();
                for (String key : differing) {
                    if (known.add(key) && shown++ >= SWITCHES) {
                        hidden.add(key);
                    }
                }
                showColumns();
            }
            if (!filter.get().isBlank() || differing.contains(by)) {
                arrange();
            }
        });
    }

    private void showColumns() {
        List<RunColumn> all = new ArrayList<>(RunColumn.usual(this::data, messages));
        List<RunSummary> described =
                runs.stream().filter(run -> settings.containsKey(run.folder())).toList();
        differing.forEach(key -> all.add(RunColumn.of(key, this::settings, described, words)));
        columns.set(List.copyOf(all));
    }
}
