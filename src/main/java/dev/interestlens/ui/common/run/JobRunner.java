package dev.interestlens.ui.common.run;

import dev.interestlens.job.ChildProcess;
import dev.interestlens.job.JobEnd;
import dev.interestlens.job.JobFolder;
import dev.interestlens.job.Program;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Problem;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Ticker;
import dev.interestlens.workspace.CommandLog;
import dev.interestlens.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Runs one command at a time in a child process, for a screen that needs its result: a JSON line with {@code "event":"done"}. The job is in the
 * session's jobs and ends with the window.
 */
public final class JobRunner {
    private static final int RESULT = 1 << 20;
    private static final String DONE = "\"event\":\"done\"";

    private final Workspace workspace;
    private final Program program;
    private final Background background;
    private final Ticker ticker;
    private final Session session;
    private final ErrorPresenter errors;
    private final Messages messages;
    private final LatestRequest starting = new LatestRequest();
    private final LatestRequest looking = new LatestRequest();
    private final ReadOnlyObjectWrapper<JobStatus> status = new ReadOnlyObjectWrapper<>(this, "status");
    private Runnable stop = () -> {};
    private Job job;
    private boolean cancelled;

    public JobRunner(
            Workspace workspace,
            Program program,
            Background background,
            Ticker ticker,
            Session session,
            ErrorPresenter errors,
            Messages messages) {
        this.workspace = workspace;
        this.program = program;
        this.background = background;
        this.ticker = ticker;
        this.session = session;
        this.errors = errors;
        this.messages = messages;
    }

    /**
     * Starts a command; does nothing while another one runs here.
     *
     * @param kind of the job
     * @param title of the job
     * @param prefix of the texts of its stages
     * @param arguments the command first
     * @param done receives the line of the result; without one, the error is shown
     */
    public void start(Job.Kind kind, String title, String prefix, List<String> arguments, Consumer<String> done) {
        if (status.get() != null) {
            return;
        }
        cancelled = false;
        status.set(new JobStatus(title, messages.text("job.starting"), -1, false));
        background.run(
                Background.Lane.LOADER,
                starting,
                ticket -> {
                    forgetEnded();
                    new CommandLog(workspace, Disk.real()).add(arguments);
                    return ChildProcess.start(program, workspace.newJob(arguments.get(0)), arguments, true);
                },
                child -> watch(kind, title, prefix, child, done),
                failure -> {
                    status.set(null);
                    errors.show(failure);
                });
    }

    /** The status of the running job, or null. */
    public ReadOnlyObjectProperty<JobStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Cancels it; it removes partial results. */
    public void cancel() {
        cancelled = true;
        if (job != null) {
            job.stop();
        }
    }

    private void watch(Job.Kind kind, String title, String prefix, ChildProcess child, Consumer<String> done) {
        job = session.jobs().begin(kind, status.get(), new CancelOnly(child));
        if (cancelled) {
            job.stop();
        }
        stop.run();
        stop = ticker.every(
                Duration.ofMillis(250),
                () -> background.run(
                        Background.Lane.LOADER,
                        looking,
                        ticket -> JobProgress.of(child.folder().lastOutput(JobProgress.TAIL)),
                        now -> show(new JobStatus(
                                title, now.words(messages, prefix, "job.starting"), now.fraction(), false))));
        background.whenEnded(
                child,
                end -> new Ended(end, child.folder().lastOutput(RESULT)),
                ended -> ended(child, ended, done),
                lost -> {
                    leave();
                    status.set(null);
                    errors.show(lost);
                });
    }

    private void show(JobStatus now) {
        if (job != null) { // otherwise it has ended meanwhile
            status.set(now);
            job.show(now);
        }
    }

    /** @param output the last part of its output */
    private record Ended(JobEnd end, String output) {}

    private void leave() {
        stop.run();
        looking.forget();
        job.end();
        job = null;
    }

    private void ended(ChildProcess child, Ended ended, Consumer<String> done) {
        leave();
        try {
            Optional<String> result = ended.output()
                    .lines()
                    .filter(line -> line.startsWith("{") && line.contains(DONE))
                    .reduce((earlier, later) -> later);
            if (result.isPresent()) {
                done.accept(result.get()); // it reports errors itself
            } else {
                problemOf(child, ended.end()).ifPresent(errors::show);
            }
        } finally {
            status.set(null);
        }
    }

    private static Optional<Problem> problemOf(ChildProcess child, JobEnd end) {
        if (end.problem().isPresent() || end.exitCode() == 0) {
            return end.problem().filter(problem -> problem.kind() != Problem.Kind.CANCELLED);
        }
        return Optional.of(Problem.resource(JobRunner.class, "jobDied")
                .file(child.folder().output())
                .problem());
    }

    /** Removes the folders of jobs that reported their end; that of a crashed job is kept for a day, so that its output can be read. */
    private void forgetEnded() throws IOException {
        if (!Files.isDirectory(workspace.jobs())) {
            return;
        }
        Disk disk = Disk.real();
        try (Stream<Path> folders = Files.list(workspace.jobs())) {
            for (Path folder : folders.filter(JobRunner::isOver).toList()) {
                try (Stream<Path> inside = Files.walk(folder)) {
                    for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                        disk.delete(path);
                    }
                }
            }
        }
    }

    private static boolean isOver(Path folder) {
        JobFolder job = new JobFolder(folder);
        try {
            Instant day = Instant.now().minus(Duration.ofDays(1));
            return !job.isAlive()
                    && (Files.exists(job.exit())
                            || Files.getLastModifiedTime(folder).toInstant().isBefore(day));
        } catch (IOException e) {
            return false; // removed meanwhile
        }
    }
}
