package dev.interestlens.ui.common;

import dev.interestlens.job.ChildProcess;
import dev.interestlens.job.JobEnd;
import dev.interestlens.job.JobFolder;
import dev.interestlens.job.Program;
import dev.interestlens.job.Wish;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Problem;
import dev.interestlens.train.ExperimentConfig;
import dev.interestlens.train.RunFolder;
import dev.interestlens.ui.control.Figures;
import dev.interestlens.workspace.RunRequest;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;

/**
 * Training in child processes: starts one, finds again what already runs, and keeps the session's job and list of runs up to date.
 *
 * <p>What is shown of a run comes from its journal alone; this only asks for things and notices how processes end.
 */
public final class Trainings {
    private final Workspace workspace;
    private final Program program;
    private final Background background;
    private final Session session;
    private final ErrorPresenter errors;
    private final Messages messages;
    private final RunFollower follower;
    private final Newest starting = new Newest();
    private final Newest listing = new Newest();
    private final Newest deleting = new Newest();
    private ChildProcess child;

    public Trainings(
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
        this.session = session;
        this.errors = errors;
        this.messages = messages;
        this.follower = new RunFollower(background, ticker);
        follower.progressProperty().addListener((observed, before, now) -> report(now));
    }

    /** Whether a training runs that this window knows of. */
    public boolean isRunning() {
        return child != null;
    }

    /** Trains the configuration on a data set, in a new run, which becomes the run that is looked at. */
    public void start(Path dataset, ExperimentConfig config) {
        background.run(
                Background.Lane.LOADER,
                starting,
                ticket -> {
                    RunFolder folder = workspace.newRun(config.model().id());
                    Path request = RunRequest.write(Disk.real(), folder, config);
                    return ChildProcess.start(
                            program,
                            folder.path(),
                            List.of(
                                    "train",
                                    "--data",
                                    dataset.toString(),
                                    "--config",
                                    request.toString(),
                                    "--run",
                                    folder.path().toString()),
                            false);
                },
                this::watch);
    }

    /** Goes on with a run that was stopped, failed or was killed. */
    public void resume(RunFolder folder) {
        errors.dismiss();
        background.run(
                Background.Lane.LOADER,
                starting,
                ticket -> ChildProcess.start(
                        program,
                        folder.path(),
                        List.of("resume", "--run", folder.path().toString()),
                        false),
                this::watch);
    }

    /** Wishes the training that this window watches to stop and keep its best; at once, since the window is about to end. */
    public void stopWithWindow() {
        if (child != null) {
            child.wish(Wish.STOP);
        }
    }

    /** Reads the list of runs anew and attaches to one that is at work. */
    public void refresh() {
        background.run(Background.Lane.LOADER, listing, ticket -> workspace.listRuns(), found -> {
            session.runs().setAll(found);
            if (session.runProperty().get() == null) {
                found.stream()
                        .filter(each -> each.status() != RunSummary.Status.UNREADABLE)
                        .findFirst()
                        .ifPresent(each -> session.runProperty().set(each.folder()));
            }
            if (child == null) {
                found.stream().filter(RunSummary::isAlive).findFirst().ifPresent(each -> attach(each.folder()));
            }
        });
    }

    private void attach(RunFolder folder) {
        background.run(
                Background.Lane.LOADER,
                starting,
                ticket -> ChildProcess.attach(folder.path()),
                found -> found.ifPresent(this::watch));
    }

    private void watch(ChildProcess started) {
        child = started;
        RunFolder folder = new RunFolder(started.folder().path());
        session.runProperty().set(folder);
        session.jobProperty().set(new JobStatus(name(folder), messages.text("job.starting"), -1, false));
        session.jobControlProperty().set(new Wishes(started));
        follower.follow(folder);
        started.end().thenAccept(end -> background.later(() -> ended(started, end)));
    }

    private void report(RunProgress now) {
        if (now == null || child == null) {
            return;
        }
        list(now.summary());
        boolean paused = now.summary().status() == RunSummary.Status.PAUSED;
        String detail = now.last() == null
                ? messages.text("job.starting")
                : messages.text(
                        paused ? "job.paused" : "job.training",
                        now.last().epoch(),
                        now.started().epochs(),
                        Figures.of(now.last().loss()),
                        Figures.count(Math.round(now.last().samplesPerSecond())));
        session.jobProperty().set(new JobStatus(name(now.summary().folder()), detail, now.fraction(), paused));
    }

    /** Keeps the run's line in the list true, without reading the others anew. */
    private void list(RunSummary now) {
        for (int i = 0; i < session.runs().size(); i++) {
            RunSummary before = session.runs().get(i);
            if (before.folder().equals(now.folder())) {
                if (before.status() != now.status() || before.epoch() != now.epoch()) {
                    session.runs().set(i, now);
                }
                return;
            }
        }
        session.runs().add(0, now);
    }

    /** Removes a run from the disk; a refusal is shown. */
    public void delete(RunFolder folder) {
        if (folder.equals(session.runProperty().get())) {
            session.runProperty().set(null);
        }
        background.run(
                Background.Lane.LOADER,
                deleting,
                ticket -> {
                    workspace.delete(Disk.real(), folder);
                    return folder;
                },
                done -> refresh(),
                failure -> {
                    background.failed(failure);
                    refresh();
                });
    }

    private void ended(ChildProcess which, JobEnd end) {
        if (child != which) {
            return;
        }
        child = null;
        follower.leave();
        session.jobProperty().set(null);
        session.jobControlProperty().set(null);
        Path folder = which.folder().path();
        if (end.problem().isPresent()) {
            if (end.problem().get().kind() != Problem.Kind.CANCELLED) {
                errors.show(end.problem().get());
            }
        } else if (end.died() || end.exitCode() > 0) {
            errors.show(Problem.resource(Trainings.class, "trainerDied")
                    .file(folder)
                    .problem());
        }
        refresh();
    }

    private static String name(RunFolder folder) {
        return folder.path().getFileName().toString();
    }

    /** Wishes of a person to one process. */
    private final class Wishes implements JobControl {
        private final JobFolder folder;
        private final Newest place = new Newest();

        Wishes(ChildProcess child) {
            folder = child.folder();
        }

        @Override
        public void pause() {
            tell(Wish.PAUSE);
        }

        @Override
        public void resume() {
            tell(Wish.RESUME);
        }

        @Override
        public void step() {
            tell(Wish.STEP);
        }

        @Override
        public void stop() {
            tell(Wish.STOP);
        }

        private void tell(Wish wish) {
            background.run(
                    Background.Lane.LOADER,
                    place,
                    ticket -> {
                        folder.wish(wish);
                        return wish;
                    },
                    done -> {});
        }
    }
}
