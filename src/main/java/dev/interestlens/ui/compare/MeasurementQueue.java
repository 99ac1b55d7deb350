package dev.interestlens.ui.compare;

import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.measurement.compare.RunScores;
import dev.interestlens.measurement.compare.SharedRows;
import dev.interestlens.measurement.compare.StoredScores;
import dev.interestlens.measurement.quality.TestRows;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.store.Disk;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.workspace.RunSummary;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/**
 * Measures runs on the engine's thread, in pieces between which a click elsewhere is served: first what is stored of all of them, then the rows of all,
 * then the ranking and the times of each. What was measured is stored in the runs' folders, and kept as long as a run has no other best weights.
 */
final class MeasurementQueue {
    /** What is done for a run, in this order. */
    enum Step {
        /** Reads what is stored. */
        READ,
        ROWS,
        RANKING,
        TIMES
    }

    /** A step for a run. */
    record Task(Step step, RunSummary run) {}

    private final Background background;
    private final BooleanSupplier stores;
    private final LatestRequest asking = new LatestRequest();
    private final Map<OpenScoring.Key, RunScores> known = new HashMap<>();
    private final ObservableMap<RunFolder, RunScores> scores = FXCollections.observableHashMap();
    private final ReadOnlyObjectWrapper<Task> current = new ReadOnlyObjectWrapper<>(this, "current");
    private NegativeKind negatives;
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction");
    private final Deque<Task> waiting = new ArrayDeque<>();
    private final OpenScoring scoring = new OpenScoring(); // engine thread only
    private List<RunSummary> wanted = List.of();

    /** @param stores whether results may be written into the runs' folders */
    MeasurementQueue(Background background, BooleanSupplier stores) {
        this.background = background;
        this.stores = stores;
    }

    /** Results of the requested runs as they become available. */
    ObservableMap<RunFolder, RunScores> scores() {
        return scores;
    }

    /** What is being done, or null. */
    ReadOnlyObjectProperty<Task> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Steps that come after the current one. */
    int left() {
        return waiting.size();
    }

    /** Whether a step is still to be done for a run, or is being done. */
    boolean isPending(RunSummary run, Step step) {
        Task task = new Task(step, run);
        return task.equals(current.get()) || waiting.contains(task);
    }

    /** How much of the current step is done; −1 where that is not known. */
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
        wanted = List.copyOf(runs);
        asking.forget();
        waiting.clear();
        current.set(null);
        Collection<RunFolder> folders = runs.stream().map(RunSummary::folder).toList();
        scores.keySet().removeIf(folder -> !folders.contains(folder));
        List<RunSummary> fresh = new ArrayList<>();
        for (RunSummary run : runs) {
            RunScores before = known.get(key(run));
            if (before == null) {
                scores.remove(run.folder());
                fresh.add(run);
            } else {
                scores.put(run.folder(), before);
            }
        }
        fresh.forEach(run -> waiting.add(new Task(Step.READ, run)));
        fresh.forEach(run -> waiting.add(new Task(Step.ROWS, run)));
        for (RunSummary run : runs) {
            RunScores before = known.get(key(run));
            if (before == null || before.ranking() == null) {
                waiting.add(new Task(Step.RANKING, run));
            }
            if (before == null || Double.isNaN(before.latency().oneMillis().median())) {
                waiting.add(new Task(Step.TIMES, run));
            }
        }
        next();
    }

    private RunSummary rowsFor(RunSummary run) {
        return wanted.stream()
                .filter(each -> SharedRows.fits(each.description(), run.description()))
                .findFirst()
                .orElse(run);
    }

    private TestRows rowsOf(RunSummary run) {
        RunSummary on = rowsFor(run);
        return TestRows.of(
                on.description(),
                negatives == null
                        ? on.description().config().protocol().negatives().kind()
                        : negatives);
    }

    private OpenScoring.Key key(RunSummary run) {
        return new OpenScoring.Key(rowsFor(run).folder(), negatives, run.folder(), run.weights());
    }

    private void next() {
        Task task = waiting.poll();
        fraction.set(task == null || task.step() == Step.ROWS || task.step() == Step.RANKING ? 0 : -1);
        current.set(task);
        if (task == null) {
            return;
        }
        RunSummary run = task.run();
        switch (task.step()) {
            case READ -> read(run);
            case ROWS -> measure(run, scoring::score, raw -> figure(run, raw));
            case RANKING -> measure(run, () -> scoring.rank(background::waitedFor), found -> ranked(run, found));
            case TIMES -> measure(run, scoring::time, taken -> timed(run, taken));
        }
    }

    /** What fails is shown, and the run's other steps are left out. */
    private void failed(RunSummary run, Exception failure) {
        background.failed(failure);
        waiting.removeIf(each -> each.run().equals(run));
        next();
    }

    private void read(RunSummary run) {
        TestRows on = rowsOf(run);
        background.load(
                asking,
                ticket -> StoredScores.of(run.folder(), on),
                stored -> stored.ifPresentOrElse(found -> read(run, found), this::next),
                failure -> failed(run, failure));
    }

    private void read(RunSummary run, StoredScores stored) {
        background.load(
                asking,
                ticket -> stored.read(),
                scored -> {
                    scored.ifPresent(found -> take(run, found));
                    next();
                },
                failure -> { // it is measured again, which replaces the file
                    background.failed(failure);
                    next();
                });
    }

    private void take(RunSummary run, RunScores stored) {
        waiting.remove(new Task(Step.ROWS, run));
        if (stored.ranking() != null) {
            waiting.remove(new Task(Step.RANKING, run));
        }
        keep(run, stored);
    }

    private <T> void measure(RunSummary run, Callable<OpenScoring.Piece<T>> work, Consumer<T> then) {
        OpenScoring.Key key = key(run);
        engine(run, () -> scoring.open(key), opened -> inPieces(run, work, then));
    }

    /** Does a piece of work when nothing else waits for the engine. */
    private <T> void engine(RunSummary run, Callable<T> work, Consumer<T> then) {
        background.run(
                Background.Lane.ENGINE_WHEN_IDLE, asking, ticket -> work.call(), then, failure -> failed(run, failure));
    }

    private <T> void inPieces(RunSummary run, Callable<OpenScoring.Piece<T>> work, Consumer<T> then) {
        engine(run, work, piece -> {
            fraction.set(piece.fraction());
            if (piece.result() == null) {
                inPieces(run, work, then);
            } else {
                then.accept(piece.result());
            }
        });
    }

    private void figure(RunSummary run, RunScores.Raw raw) {
        TestRows on = rowsOf(run);
        store(run, on, stored -> stored.write(Disk.real(), raw));
        background.load(asking, ticket -> RunScores.of(raw), found -> show(run, found));
    }

    private void ranked(RunSummary run, CatalogueRanking found) {
        store(run, rowsOf(run), stored -> stored.write(Disk.real(), found));
        show(run, scores.get(run.folder()).with(found));
    }

    private void timed(RunSummary run, OpenScoring.Times taken) {
        show(run, scores.get(run.folder()).timed(taken.latency(), taken.notes()));
    }

    private void show(RunSummary run, RunScores found) {
        keep(run, found);
        next();
    }

    private void keep(RunSummary run, RunScores found) {
        known.put(key(run), found);
        scores.put(run.folder(), found);
    }

    @FunctionalInterface
    private interface Writing {
        void to(StoredScores stored) throws IOException;
    }

    private void store(RunSummary run, TestRows on, Writing writing) {
        if (stores.getAsBoolean()) {
            background.write(() -> {
                Optional<StoredScores> stored = StoredScores.of(run.folder(), on);
                if (stored.isPresent()) {
                    writing.to(stored.get());
                }
            });
        }
    }

    /** Closes the open model; on the engine thread. */
    Runnable closing() {
        return scoring::close;
    }
}
