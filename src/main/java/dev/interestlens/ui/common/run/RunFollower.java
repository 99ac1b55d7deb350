package dev.interestlens.ui.common.run;

import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Ticker;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Follows the journal of a run, live or ended: reads it a few times a second, one read at a time. */
public final class RunFollower {
    private static final int REST = 8;
    private static final Duration PERIOD = Duration.ofMillis(250);

    private final Background background;
    private final Ticker ticker;
    private final LatestRequest newest = new LatestRequest();
    private final ReadOnlyObjectWrapper<RunProgress> progress = new ReadOnlyObjectWrapper<>(this, "progress");
    private Runnable stop = () -> {};
    private RunReader reader;
    private boolean looking;
    private int skipped;
    private int quiet;

    public RunFollower(Background background, Ticker ticker) {
        this.background = background;
        this.ticker = ticker;
    }

    /** The last state of the journal, or null. */
    public ReadOnlyObjectProperty<RunProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** @param folder of the run that is followed from now on; null for none */
    public void follow(RunFolder folder) {
        leave();
        if (folder != null) {
            reader = new RunReader(folder);
            stop = ticker.every(PERIOD, this::look);
        }
    }

    /** Follows nothing. */
    public void leave() {
        stop.run();
        stop = () -> {};
        newest.forget();
        looking = false;
        quiet = 0;
        reader = null;
        progress.set(null);
    }

    /** Reads a run's journal once; on the loader thread. */
    public static Optional<RunProgress> once(RunFolder folder) {
        return new RunReader(folder).read();
    }

    private void look() {
        if (looking || reader == null || resting()) {
            return;
        }
        looking = true;
        RunReader mine = reader;
        background.load(newest, ticket -> mine.read(), this::arrived, failure -> {
            leave();
            background.failed(failure);
        });
    }

    /** A run that is not being trained and has not changed for a while is read less often. */
    private boolean resting() {
        boolean ended = progress.get() != null && !progress.get().summary().isAlive();
        skipped = ended && quiet >= REST ? (skipped + 1) % REST : 0;
        return skipped != 0;
    }

    private void arrived(Optional<RunProgress> found) {
        looking = false;
        quiet = found.isPresent() ? 0 : quiet + 1;
        found.ifPresent(progress::set);
    }
}
