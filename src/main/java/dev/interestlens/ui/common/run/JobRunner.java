package dev.interestlens.ui.common.run;

import dev.interestlens.job.ChildProcess;
import dev.interestlens.job.JobFolder;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Problem;
import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.workspace.Effort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
    private static final String DONE = "\"event\":\"done\"";
    private static final String STARTING = "job.starting";

    private final Children children;
    private final LatestRequest starting = new LatestRequest();
    private final ReadOnlyObjectWrapper<JobStatus> status = new ReadOnlyObjectWrapper<>(this, "status");
    private Job job;
    private boolean cancelled;

    public JobRunner(Children children) {
        this.children = children;
    }

    /** A text of the window. */
    String text(String key, Object... values) {
        return children.messages().text(key, values);
    }

    /**
     * Starts a command; does nothing while another one runs here.
     *
     * @param kind of the job
     * @param effort what it costs; the time that it took is kept
     * @param title of the job
     * @param prefix of the texts of its stages
     * @param command the command first; that it tells its progress is added
     * @param done receives the line of the result; without one, the error is shown
     */
    public void start(
            Job.Kind kind, Effort effort, String title, String prefix, List<String> command, Consumer<String> done) {
        if (status.get() != null) {
            return;
        }
        List<String> arguments =
                Stream.concat(command.stream(), Stream.of("--progress", "json")).toList();
        cancelled = false;
        long began = System.nanoTime();
        Consumer<String> result = line -> {
            estimates().keep(effort, (System.nanoTime() - began) / 1e9);
            done.accept(line);
        };
        status.set(new JobStatus(title, text(STARTING), -1, false));
        children.background()
                .load(
                        starting,
                        ticket -> {
                            forgetEnded();
                            children.note(arguments);
                            return children.start(children.workspace().newJob(arguments.get(0)), arguments);
                        },
                        child -> watch(new Children.Task(kind, title, prefix, STARTING), child, result),
                        failure -> {
                            status.set(null);
                            children.errors().show(failure);
                        });
    }

    /** What measurements take on this machine. */
    public Estimates estimates() {
        return new Estimates(children);
    }

    /** Calls this after each job, however it ended. */
    public void whenEnded(Runnable then) {
        status.addListener((observed, before, now) -> {
            if (now == null) {
                then.run();
            }
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

    private void watch(Children.Task task, ChildProcess child, Consumer<String> done) {
        job = children.watch(task, child, ended -> ended(child, ended, done), () -> {
            job = null;
            status.set(null);
        });
        job.statusProperty().addListener((observed, before, now) -> status.set(now));
        if (cancelled) {
            job.stop();
        }
    }

    private void ended(ChildProcess child, Children.Ended ended, Consumer<String> done) {
        Optional<String> result = ended.output()
                .lines()
                .filter(line -> line.startsWith("{") && line.contains(DONE))
                .reduce((earlier, later) -> later);
        if (result.isPresent()) {
            done.accept(result.get()); // it reports errors itself
        } else {
            ended.problem(Problem.resource(
                                    JobRunner.class, "jobDied", child.folder().output())
                            .problem())
                    .ifPresent(children.errors()::show);
        }
    }

    /** Removes the folders of jobs that reported their end; that of a crashed job is kept for a day, so that its output can be read. */
    private void forgetEnded() throws IOException {
        for (Path folder : Disk.list(children.workspace().jobs())) {
            if (isOver(folder)) {
                Disk.real().deleteAll(folder);
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
