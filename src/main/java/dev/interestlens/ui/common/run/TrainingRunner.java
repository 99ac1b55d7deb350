package dev.interestlens.ui.common.run;

import dev.interestlens.job.ChildProcess;
import dev.interestlens.job.Program;
import dev.interestlens.job.Wish;
import dev.interestlens.store.Problem;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Session;
import dev.interestlens.workspace.QueuedRun;
import dev.interestlens.workspace.RunCommand;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.RunRequest;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;

/**
 * Training in child processes: starts one after the other, finds again what already runs, and keeps the session's jobs, queue and list of runs up to
 * date.
 *
 * <p>What is shown of a run comes from its journal alone; this only asks for things and notices how processes end.
 */
public final class TrainingRunner {
    private final Children children;
    private final Program program;
    private final Background background;
    private final Session session;
    private final RunFollower follower;
    private final LatestRequest starting = new LatestRequest();
    private final WaitingRuns waiting;
    private final RunList list;
    private final BooleanProperty liveBoard = new SimpleBooleanProperty(this, "liveBoard");
    private ChildProcess child;
    private Job job;
    private QueuedRun taken;
    private boolean busy;
    private RunFolder wanted;

    public TrainingRunner(Children children) {
        this.children = children;
        program = children.program().training();
        background = children.background();
        session = children.session();
        follower = new RunFollower(background, children.ticker());
        waiting = new WaitingRuns(children.workspace(), background, session);
        list = new RunList(children.workspace(), background, session, children.messages());
        follower.progressProperty().addListener((observed, before, now) -> report(now));
        children.messages()
                .language()
                .addListener(
                        change -> report(follower.progressProperty().get())); // a paused one reports nothing by itself
        session.jobs().all().addListener((ListChangeListener<Job>) change -> startNext());
        children.errors().shownProperty().addListener((observed, before, now) -> {
            if (now != null && RunFolder.isMissing(now)) {
                refresh();
            }
        });
    }

    /** Whether trainings write TensorBoard's event files as they go, into {@link Workspace#boards}; of those that begin or go on from now on. */
    public BooleanProperty liveBoardProperty() {
        return liveBoard;
    }

    /** The arguments of a command on a run, with the destination of its events. */
    private List<String> command(RunFolder run, String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--run", run.path().toString()));
        if (liveBoard.get()) {
            Path events = children.workspace().boards().resolve(run.path().getFileName());
            line.addAll(List.of("--tensorboard", events.toString()));
        }
        return line;
    }

    /** Whether this window knows of a running training. */
    public boolean isRunning() {
        return child != null;
    }

    /** Trains the configuration on a data set, in a new run: now, or after the queued ones. A run that starts now becomes the selected run. */
    public void start(Path dataset, ExperimentConfig config) {
        boolean now = child == null && !busy && session.queue().isEmpty();
        reserve(List.of(new QueuedRun.Wanted(dataset, config, RunLabels.NONE)), now);
    }

    /** Queues several runs. */
    public void queue(List<QueuedRun.Wanted> runs) {
        reserve(runs, false);
    }

    private void reserve(List<QueuedRun.Wanted> runs, boolean look) {
        if (children.refuse()) {
            return;
        }
        children.errors().dismiss();
        waiting.add(runs, found -> {
            wanted = look ? found.get(0).folder() : wanted;
            startNext();
        });
    }

    /** Releases the queue of an earlier window. */
    public void releaseQueue() {
        if (children.refuse()) {
            return;
        }
        session.queueHeldProperty().set(false);
        startNext();
    }

    /** Removes runs from the queue and the disk. */
    public void discard(List<QueuedRun> runs) {
        if (!children.refuse()) {
            waiting.discard(runs);
        }
    }

    /** Moves a queued run forward (negative) or back by some places. */
    public void move(QueuedRun run, int by) {
        if (!children.refuse()) {
            waiting.move(run, by);
        }
    }

    private void startNext() {
        if (child != null || busy || !waiting.mayBegin()) {
            return;
        }
        QueuedRun next = waiting.take();
        taken = next;
        QueuedRun.Wanted asked = next.wanted();
        RunFolder folder = next.folder();
        String request = RunRequest.file(folder).toString();
        List<String> command = next.goesOn()
                ? command(folder, "train")
                : command(folder, "train", "--data", asked.dataset().toString(), "--config", request);
        launch(
                ticket -> {
                    if (!next.goesOn()) {
                        children.note(RunCommand.words(asked.dataset(), asked.config(), folder.path()));
                    }
                    return ChildProcess.start(program, folder.path(), command, false);
                },
                folder.equals(wanted),
                next.name(),
                () -> waiting.putBack(next));
    }

    /** Resumes a run that was stopped, failed or was killed: now, or after what trains and waits. */
    public void resume(RunFolder folder) {
        if (children.refuse()) {
            return;
        }
        children.errors().dismiss();
        if (child != null || busy || !session.jobs().all().isEmpty()) {
            session.summary(folder).ifPresent(waiting::add);
            return;
        }
        List<String> command = command(folder, "train");
        launch(
                ticket -> ChildProcess.start(program, folder.path(), command, false),
                false,
                session.nameOf(folder),
                () -> {});
    }

    private void launch(Background.Work<ChildProcess> start, boolean look, String name, Runnable failed) {
        busy = true;
        background.load(starting, start, begun -> watch(begun, look, name), failure -> {
            busy = false;
            background.failed(failure);
            failed.run();
        });
    }

    /** Tells the training of this window to stop and keep its best weights; synchronously, since the window is closing. */
    public void stopWithWindow() {
        if (child != null && !session.readOnlyProperty().get()) {
            child.wish(Wish.STOP);
        }
    }

    /** The other window was closed: this one takes over the running and the queued trainings. */
    public void takeOver() {
        if (child != null) {
            job.takeOver(new Wishes(child, background));
        }
        begin();
    }

    /** Restores the state of an earlier window: the runs, a running training and the queue. */
    public void begin() {
        waiting.restore(this::refresh);
    }

    /** Labels a run. */
    public void label(RunFolder folder, RunLabels labels) {
        if (!children.refuse()) {
            list.label(folder, labels);
        }
    }

    /** Deletes a run; a refusal is shown. */
    public void delete(RunFolder folder) {
        if (!children.refuse()) {
            waiting.drop(folder);
            list.delete(folder, this::refresh);
        }
    }

    /** Reads the list of runs again and attaches to a running training. */
    public void refresh() {
        list.refresh(found -> {
            if (child == null && !busy) {
                found.stream().filter(RunSummary::isAlive).findFirst().ifPresent(each -> attach(each.folder()));
            }
        });
    }

    /** Lists a run that was made elsewhere than in a training, and then goes on. */
    public void add(RunFolder folder, Runnable then) {
        list.add(folder, then);
    }

    private void attach(RunFolder folder) {
        background.load(starting, ticket -> ChildProcess.attach(folder.path()), found -> found.filter(
                        begun -> child == null && !busy)
                .ifPresent(begun -> {
                    session.queueHeldProperty().set(false);
                    watch(begun, false, session.nameOf(folder));
                }));
    }

    /** @param look whether to select the run */
    private void watch(ChildProcess started, boolean look, String name) {
        child = started;
        busy = false;
        RunFolder folder = new RunFolder(started.folder().path());
        if (look || session.runProperty().get() == null) {
            session.runProperty().set(folder);
        }
        session.atWorkProperty().set(folder);
        boolean ours = !session.readOnlyProperty().get();
        job = children.begin(
                Job.Kind.TRAINING,
                new JobStatus(name, children.messages().text("job.starting"), -1, false),
                ours ? new Wishes(started, background) : null);
        follower.follow(folder);
        background.whenEnded(
                started,
                end -> new TrainingEnd(folder, end).problem(),
                problem -> ended(started, problem),
                lost -> ended(started, Optional.of(ErrorPresenter.problemOf(lost))));
    }

    private void report(RunProgress now) {
        if (now == null || child == null) {
            return;
        }
        list.show(now.summary());
        children.show(job, now.status(children.messages()));
    }

    /** If a trainer could not even start, the queued runs would fail as well: the queue is held, including this run. */
    private void holdWhereNothingBegan(QueuedRun run) {
        session.queueHeldProperty().set(true);
        background.load(ticket -> run.folder().exists(), exists -> {
            if (exists) {
                releaseQueue();
            } else {
                waiting.putBack(run);
            }
        });
    }

    private void ended(ChildProcess which, Optional<Problem> problem) {
        if (child != which) {
            return;
        }
        Path folder = which.folder().path();
        QueuedRun begun = taken;
        taken = null;
        if (problem.isPresent() && begun != null && begun.folder().path().equals(folder)) {
            holdWhereNothingBegan(begun);
        }
        child = null;
        session.atWorkProperty().set(null);
        follower.leave();
        job.end();
        problem.ifPresent(children.errors()::show);
        refresh();
    }
}
