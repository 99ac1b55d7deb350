package dev.interestlens.ui.compare;

import dev.interestlens.train.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Newest;
import dev.interestlens.workspace.RunScores;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.SharedRows;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/**
 * Scores runs one after the other on the engine's thread, in pieces between which a click elsewhere is served. What was measured is kept as long as the
 * run has no better epoch.
 */
final class Measuring {
    private static final int ROWS = 2048;

    /** One run on the rows of another. */
    private record Key(RunFolder rows, RunFolder run, int epoch) {}

    private final Background background;
    private final Newest asking = new Newest();
    private final Map<Key, RunScores> known = new HashMap<>();
    private final ObservableMap<RunFolder, RunScores> scores = FXCollections.observableHashMap();
    private final ReadOnlyObjectWrapper<RunSummary> current = new ReadOnlyObjectWrapper<>(this, "current");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction");
    private final Deque<RunSummary> waiting = new ArrayDeque<>();
    private SharedRows rows; // engine thread only, and the next too
    private RunFolder rowsOf;
    private SharedRows.Scoring scoring;

    Measuring(Background background) {
        this.background = background;
    }

    /** Measures of the runs that were asked for, as they come. */
    ObservableMap<RunFolder, RunScores> scores() {
        return scores;
    }

    /** The run that is being measured, or null. */
    ReadOnlyObjectProperty<RunSummary> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Share of its rows that are scored. */
    ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** Measures these runs and no others, each on the rows of the first where it fits them, else on its own. */
    void measure(List<RunSummary> runs) {
        asking.forget();
        waiting.clear();
        current.set(null);
        Collection<RunFolder> wanted = runs.stream().map(RunSummary::folder).toList();
        scores.keySet().removeIf(folder -> !wanted.contains(folder));
        for (RunSummary run : runs) {
            Optional<RunSummary> rowsRun = rowsFor(run, runs);
            RunScores before = known.get(key(rowsRun.orElse(run), run));
            if (before == null) {
                scores.remove(run.folder());
                waiting.add(run);
            } else {
                scores.put(run.folder(), before);
            }
        }
        next(List.copyOf(runs));
    }

    private static Optional<RunSummary> rowsFor(RunSummary run, List<RunSummary> runs) {
        return runs.stream()
                .filter(each -> SharedRows.fits(each.description(), run.description()))
                .findFirst();
    }

    private static Key key(RunSummary rows, RunSummary run) {
        return new Key(rows.folder(), run.folder(), run.bestEpoch());
    }

    private void next(List<RunSummary> runs) {
        RunSummary run = waiting.poll();
        current.set(run);
        fraction.set(0);
        if (run == null) {
            return;
        }
        RunFolder on = rowsFor(run, runs).map(RunSummary::folder).orElse(run.folder());
        background.run(
                Background.Lane.ENGINE,
                asking,
                ticket -> {
                    open(on, run.folder());
                    return on;
                },
                opened -> more(runs, run, opened),
                failure -> {
                    background.failed(failure);
                    next(runs);
                });
    }

    private void open(RunFolder on, RunFolder run) {
        closeScoring();
        if (!on.equals(rowsOf)) {
            closeRows();
            rows = SharedRows.of(on);
            rowsOf = on;
        }
        scoring = rows.open(run);
    }

    private void more(List<RunSummary> runs, RunSummary run, RunFolder on) {
        background.run(
                Background.Lane.ENGINE,
                asking,
                ticket -> {
                    boolean rest = scoring.more(ROWS);
                    return new Piece(scoring.fraction(), rest ? null : scoring.finish());
                },
                piece -> {
                    fraction.set(piece.fraction());
                    if (piece.raw() == null) {
                        more(runs, run, on);
                    } else {
                        figure(runs, run, on, piece.raw());
                    }
                },
                failure -> {
                    background.failed(failure);
                    next(runs);
                });
    }

    private record Piece(double fraction, RunScores.Raw raw) {}

    private void figure(List<RunSummary> runs, RunSummary run, RunFolder on, RunScores.Raw raw) {
        background.run(Background.Lane.LOADER, asking, ticket -> RunScores.of(raw), found -> {
            known.put(new Key(on, run.folder(), run.bestEpoch()), found);
            scores.put(run.folder(), found);
            next(runs);
        });
    }

    private void closeScoring() {
        if (scoring != null) {
            scoring.close();
            scoring = null;
        }
    }

    private void closeRows() {
        if (rows != null) {
            rows.close();
            rows = null;
            rowsOf = null;
        }
    }

    /** Frees what is open; on the engine thread. */
    Runnable closing() {
        return () -> {
            closeScoring();
            closeRows();
        };
    }
}
