package dev.interestlens.ui.train;

import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.run.RunProgress;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.workspace.AttentionLog;
import dev.interestlens.workspace.AttentionWatch;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The attention of the selected run on fixed samples, by checkpoint, as recorded by the trainer. */
public final class AttentionViewModel {
    private static final int MAX = 14;

    private final TrainViewModel train;
    private final Background background;
    private final LatestRequest looking = new LatestRequest();
    private final ReadOnlyObjectWrapper<AttentionLog> log = new ReadOnlyObjectWrapper<>(this, "log");
    private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched");
    private RunFolder folder;
    private long savedStep = -1;
    private boolean busy;

    public AttentionViewModel(TrainViewModel train, Background background) {
        this.train = train;
        this.background = background;
        Changes.call(this::notice, train.progressProperty(), watched);
    }

    /** The log so far, or null. */
    ReadOnlyObjectProperty<AttentionLog> logProperty() {
        return log.getReadOnlyProperty();
    }

    /** Whether the view is shown; nothing is read otherwise. */
    BooleanProperty watchedProperty() {
        return watched;
    }

    /** Trains the selected run again with one head. */
    void trainWithOne(String name) {
        RunProgress now = train.progressProperty().get();
        if (now != null) {
            train.trainWithOne(now.summary(), name);
        }
    }

    private void notice() {
        RunProgress now = train.progressProperty().get();
        RunFolder shown = now == null ? null : now.summary().folder();
        if (shown == null || !shown.equals(folder)) {
            folder = shown;
            savedStep = -1;
            busy = false;
            looking.forget();
            log.set(null);
        }
        if (now != null && watched.get() && !busy && now.summary().progress().savedStep() > savedStep) {
            look(now.summary().progress().savedStep());
        }
    }

    private void look(long step) {
        busy = true;
        RunFolder run = folder;
        background.load(
                looking,
                ticket -> AttentionLog.read(run),
                found ->
                        found.ifPresentOrElse(kept -> show(kept, Math.min(step, last(kept))), () -> compute(run, step)),
                failure -> failed(failure, step));
    }

    /** The trainer writes the log after it reports a checkpoint: if it is not there yet, it is read again. */
    private static long last(AttentionLog log) {
        return log.moments().isEmpty()
                ? -1
                : log.moments().get(log.moments().size() - 1).step();
    }

    /** Computes the log for a run of a version that did not record it. */
    private void compute(RunFolder run, long step) {
        background.run(
                Background.Lane.ENGINE,
                looking,
                ticket -> AttentionWatch.ofCheckpoints(run),
                found -> show(found, step),
                failure -> failed(failure, step));
    }

    private void show(AttentionLog found, long step) {
        busy = false;
        savedStep = step;
        log.set(found.spread(MAX));
    }

    private void failed(Exception failure, long step) {
        busy = false;
        savedStep = step;
        background.failed(failure);
    }
}
