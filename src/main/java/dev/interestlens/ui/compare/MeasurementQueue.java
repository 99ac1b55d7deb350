package dev.interestlens.ui.compare;

import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.compare.RunScores;
import dev.interestlens.workspace.compare.SharedRows;
import dev.interestlens.workspace.measure.RankingEvaluation;
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
final class MeasurementQueue {
    private static final int ROWS = 1024;

    /** One run on the rows of another. */
    private record Key(RunFolder rows, NegativeKind negatives, RunFolder run, int epoch) {}

    /** What is measured. */
    enum Scope {
        ROWS,
        /** The rows and how long they take, then full ranking. */
        CATALOGUE
    }

    private final Background background;
    private final Scope scope;
    private final LatestRequest asking = new LatestRequest();
    private final Map<Key, RunScores> known = new HashMap<>();
    private final ObservableMap<RunFolder, RunScores> scores = FXCollections.observableHashMap();
    private final ReadOnlyObjectWrapper<RunSummary> current = new ReadOnlyObjectWrapper<>(this, "current");
    private NegativeKind negatives;
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction");
    private final Deque<RunSummary> waiting = new ArrayDeque<>();
    private SharedRows rows; // engine thread only, and the next too
    private RunFolder rowsOf;
    private NegativeKind rowsKind;
    private SharedRows.Scoring scoring;
    private RankingEvaluation ranking;

    MeasurementQueue(Background background, Scope scope) {
        this.background = background;
        this.scope = scope;
    }

    /** Results of the requested runs as they become available. */
    ObservableMap<RunFolder, RunScores> scores() {
        return scores;
    }

    /** The run that is being measured, or null. */
    ReadOnlyObjectProperty<RunSummary> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Whether a run is still to be measured, or is being measured. */
    boolean isPending(RunSummary run) {
        return run.equals(current.get()) || waiting.contains(run);
    }

    /** Share of its rows that are scored. */
    ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /**
     * Measures exactly these runs, each on the rows of the first where it can read them, else on its own.
     *
     * @param kind how negatives are drawn; null for that of each protocol
     */
    void measure(List<RunSummary> runs, NegativeKind kind) {
        negatives = kind;
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

    private Key key(RunSummary rows, RunSummary run) {
        return new Key(rows.folder(), negatives, run.folder(), run.bestEpoch());
    }

    private void next(List<RunSummary> runs) {
        RunSummary run = waiting.poll();
        current.set(run);
        fraction.set(0);
        if (run == null) {
            return;
        }
        RunFolder on = rowsFor(run, runs).map(RunSummary::folder).orElse(run.folder());
        NegativeKind kind = negatives;
        background.run(
                Background.Lane.ENGINE_WHEN_IDLE,
                asking,
                ticket -> {
                    open(on, kind, run.folder());
                    return on;
                },
                opened -> more(runs, run, opened),
                failure -> {
                    background.failed(failure);
                    next(runs);
                });
    }

    private void open(RunFolder on, NegativeKind kind, RunFolder run) {
        closeScoring();
        if (!on.equals(rowsOf) || kind != rowsKind) {
            closeRows();
            rows = kind == null ? SharedRows.of(on) : SharedRows.of(on, kind);
            rowsOf = on;
            rowsKind = kind;
        }
        scoring = rows.open(run);
    }

    private void more(List<RunSummary> runs, RunSummary run, RunFolder on) {
        background.run(
                Background.Lane.ENGINE_WHEN_IDLE,
                asking,
                ticket -> {
                    boolean rest = scoring.more(ROWS) || scope == Scope.CATALOGUE && scoring.time();
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
            if (scope == Scope.CATALOGUE) {
                scores.put(run.folder(), found);
                rank(runs, run, on, found);
            } else {
                keep(runs, run, on, found);
            }
        });
    }

    /** Full ranking comes after the rows, which are shown at once. */
    private void rank(List<RunSummary> runs, RunSummary run, RunFolder on, RunScores found) {
        background.run(
                Background.Lane.ENGINE_WHEN_IDLE,
                asking,
                ticket -> {
                    ranking = ranking == null ? scoring.ranking() : ranking;
                    boolean rest = ranking.more(background::waitedFor);
                    return new Ranked(ranking.fraction(), rest ? null : ranking.result());
                },
                piece -> {
                    fraction.set(piece.fraction());
                    if (piece.ranking() == null) {
                        rank(runs, run, on, found);
                        return;
                    }
                    keep(runs, run, on, found.with(piece.ranking()));
                },
                failure -> {
                    background.failed(failure);
                    next(runs);
                });
    }

    private void keep(List<RunSummary> runs, RunSummary run, RunFolder on, RunScores whole) {
        known.put(new Key(on, negatives, run.folder(), run.bestEpoch()), whole);
        scores.put(run.folder(), whole);
        next(runs);
    }

    private record Ranked(double fraction, CatalogueRanking ranking) {}

    private void closeScoring() {
        if (ranking != null) {
            ranking.close();
            ranking = null;
        }
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

    /** Closes the open model; on the engine thread. */
    Runnable closing() {
        return () -> {
            closeScoring();
            closeRows();
        };
    }
}
