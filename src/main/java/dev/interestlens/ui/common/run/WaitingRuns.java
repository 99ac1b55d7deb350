package dev.interestlens.ui.common.run;

import dev.interestlens.store.Disk;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Session;
import dev.interestlens.workspace.QueuedRun;
import dev.interestlens.workspace.RunQueue;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.Workspace;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ObservableList;

/** The session's queue, kept on the disk so that it outlives the window. */
final class WaitingRuns {
    private final Background background;
    private final Session session;
    private final RunQueue queue;

    WaitingRuns(Workspace workspace, Background background, Session session) {
        this.background = background;
        this.session = session;
        this.queue = new RunQueue(Disk.real(), workspace);
    }

    /** Whether there is one that can start now, when this window has no other job. */
    boolean mayBegin() {
        return !session.readOnlyProperty().get()
                && session.jobs().all().isEmpty()
                && !session.queueHeldProperty().get()
                && !session.queue().isEmpty();
    }

    /** Appends runs; {@code then} receives their folders before they can start. */
    void add(List<QueuedRun.Wanted> runs, Consumer<List<QueuedRun>> then) {
        background.load(ticket -> queue.reserve(runs), found -> {
            session.queueHeldProperty().set(false);
            session.queue().addAll(found);
            keep();
            then.accept(found);
        });
    }

    /** Appends a begun run that is to go on. */
    void add(RunSummary run) {
        session.queueHeldProperty().set(false);
        session.queue().add(QueuedRun.goingOn(run));
        keep();
    }

    /** Takes out a run that is deleted. */
    void drop(RunFolder folder) {
        discard(session.queue().stream()
                .filter(run -> run.folder().equals(folder))
                .toList());
    }

    /** Restores the queue of an earlier window, which is held until a person releases it. */
    void restore(Runnable then) {
        background.load(ticket -> queue.read(), found -> {
            session.queueHeldProperty().set(!found.isEmpty());
            session.queue().setAll(found);
            then.run();
        });
    }

    /** Removes the first one, to train it. */
    QueuedRun take() {
        QueuedRun next = session.queue().remove(0);
        keep();
        return next;
    }

    /** Puts back one that could not start; the queue is then held. */
    void putBack(QueuedRun run) {
        session.queueHeldProperty().set(true);
        session.queue().add(0, run);
        keep();
    }

    /** Moves one forward (negative) or back by some places, within the queue. */
    void move(QueuedRun run, int by) {
        ObservableList<QueuedRun> all = session.queue();
        int from = all.indexOf(run);
        int to = Math.max(0, Math.min(all.size() - 1, from + by));
        if (from >= 0 && from != to) {
            all.remove(from);
            all.add(to, run);
            keep();
        }
    }

    /** Removes runs from the queue and the disk. */
    void discard(List<QueuedRun> runs) {
        List<QueuedRun> gone = List.copyOf(runs);
        session.queue().removeAll(gone);
        keep();
        background.write(() -> gone.forEach(queue::discard));
    }

    private void keep() {
        List<QueuedRun> waiting = List.copyOf(session.queue());
        background.write(() -> queue.write(waiting));
    }
}
