package dev.interestlens.ui.common.run;

import dev.interestlens.job.ChildProcess;
import dev.interestlens.job.JobEnd;
import dev.interestlens.job.Program;
import dev.interestlens.job.Wish;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Problem;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.JobControl;
import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.ReadOnly;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Ticker;
import dev.interestlens.workspace.CommandLog;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Commands of this program as child processes, which are jobs of the session until they end. */
public record Children(
        Workspace workspace,
        Program program,
        Background background,
        Ticker ticker,
        Session session,
        ErrorPresenter errors,
        Messages messages) {
    private static final int RESULT = 1 << 20;
    private static final Duration PERIOD = Duration.ofMillis(250);

    /**
     * A job to be watched.
     *
     * @param prefix of the texts of its stages
     * @param beginning key of the text before the first stage
     */
    record Task(Job.Kind kind, String title, String prefix, String beginning) {}

    /** @param output the last part of what it printed */
    record Ended(JobEnd end, String output) {
        boolean isCancelled() {
            return end.problem().map(Problem::kind).equals(Optional.of(Problem.Kind.CANCELLED));
        }

        /** Why it failed: what it reported, or that it ended without a report; empty where it ended well or was cancelled. */
        Optional<Problem> problem(Problem silent) {
            return end.problem().isPresent() || end.exitCode() == 0
                    ? end.problem().filter(problem -> !isCancelled())
                    : Optional.of(silent);
        }
    }

    /** Controls a short job, which can only be cancelled: pausing it would free nothing. */
    private record CancelOnly(ChildProcess child) implements JobControl {
        @Override
        public boolean pauses() {
            return false;
        }

        @Override
        public void stop() {
            child.wish(Wish.CANCEL);
        }
    }

    /** Whether another window owns the workspace; if so, a message is shown. */
    boolean refuse() {
        return ReadOnly.refuses(session, background);
    }

    /** Starts a command that ends with the window; on the loader thread. */
    ChildProcess start(Path folder, List<String> arguments) {
        return ChildProcess.start(program, folder, arguments, true);
    }

    /** Notes a command in the workspace's list of commands; on the loader thread. */
    void note(List<String> arguments) {
        new CommandLog(workspace, Disk.real()).add(arguments);
    }

    /**
     * Shows a process as a job that can be cancelled, with its progress.
     *
     * @param ended called once it has ended and is no job any more
     * @param over called at last in any case, also where its end is not known
     */
    Job watch(Task task, ChildProcess child, Consumer<Ended> ended, Runnable over) {
        JobStatus begun = new JobStatus(task.title(), messages.text(task.beginning()), -1, false);
        Job job = begin(task.kind(), begun, new CancelOnly(child));
        LatestRequest looking = new LatestRequest();
        Runnable stop = ticker.every(
                PERIOD,
                () -> background.load(
                        looking,
                        ticket -> JobProgress.of(child.folder().lastOutput(JobProgress.TAIL)),
                        now -> show(
                                job,
                                new JobStatus(
                                        task.title(),
                                        now.words(messages, task.prefix(), task.beginning()),
                                        now.fraction(),
                                        false))));
        Runnable leave = () -> {
            stop.run();
            looking.forget();
            job.end();
        };
        background.whenEnded(
                child,
                end -> new Ended(end, child.folder().lastOutput(RESULT)),
                now -> {
                    leave.run();
                    try {
                        ended.accept(now);
                    } finally {
                        over.run();
                    }
                },
                lost -> {
                    leave.run();
                    over.run();
                    errors.show(lost);
                });
        return job;
    }

    /** Begins a job whose status tells at once that it was asked to stop: its process may take a while to see it. */
    Job begin(Job.Kind kind, JobStatus status, JobControl control) {
        Job job = session.jobs().begin(kind, status, control);
        job.stoppingProperty()
                .addListener((observed, before, now) ->
                        show(job, job.statusProperty().get()));
        return job;
    }

    /** Shows how far a job is, or that it is stopping. */
    void show(Job job, JobStatus now) {
        boolean stopping = job.stoppingProperty().get();
        job.show(stopping ? new JobStatus(now.title(), messages.text("job.stopping"), now.fraction(), false) : now);
    }
}
