package dev.interestlens.ui.explain;

import dev.interestlens.export.report.FidelityPage;
import dev.interestlens.export.report.MeasuredFidelity;
import dev.interestlens.job.ChildProcess;
import dev.interestlens.job.JobEnd;
import dev.interestlens.job.Program;
import dev.interestlens.job.Wish;
import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.train.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Background.Lane;
import dev.interestlens.ui.common.FileDialogs;
import dev.interestlens.ui.common.JobProgress;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Newest;
import dev.interestlens.ui.common.ReadOnly;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Ticker;
import dev.interestlens.workspace.FidelityFigures;
import dev.interestlens.workspace.RunFidelity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What was measured of the explanations of the run that is looked at, and its measuring in a child process, one at a time. */
final class FidelityViewModel {
    private static final String FOLDER = "fidelity";
    private static final Duration LOOK = Duration.ofMillis(250);

    /** A measuring under way, of one run. */
    record Running(RunFolder run, boolean retrains, JobProgress progress) {}

    private final Session session;
    private final Background background;
    private final Ticker ticker;
    private final Messages messages;
    private final FileDialogs dialogs;
    private final Program program;
    private final Newest reading = new Newest();
    private final Newest starting = new Newest();
    private final Newest looking = new Newest();
    private final Newest saving = new Newest();
    private final ReadOnlyObjectWrapper<MeasuredFidelity> measured = new ReadOnlyObjectWrapper<>(this, "measured");
    private final ReadOnlyObjectWrapper<Running> running = new ReadOnlyObjectWrapper<>(this, "running");
    private ChildProcess child;
    private Runnable stop = () -> {};

    FidelityViewModel(
            Session session,
            Background background,
            Ticker ticker,
            Messages messages,
            FileDialogs dialogs,
            Program program) {
        this.session = session;
        this.background = background;
        this.ticker = ticker;
        this.messages = messages;
        this.dialogs = dialogs;
        this.program = program;
        session.runProperty().addListener(change -> read());
        read();
    }

    /** Of the run that is looked at, or null where it was never measured. */
    ReadOnlyObjectProperty<MeasuredFidelity> measuredProperty() {
        return measured.getReadOnlyProperty();
    }

    /** What is being measured, of this run or another, or null. */
    ReadOnlyObjectProperty<Running> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Whether the measuring under way is of the run that is looked at. */
    boolean isOfThisRun() {
        return running.get() != null
                && running.get().run().equals(session.runProperty().get());
    }

    /** Reads anew what lies in the run's folder. */
    void read() {
        reading.forget();
        measured.set(null);
        RunFolder run = session.runProperty().get();
        if (run != null) {
            background.run(
                    Lane.LOADER, reading, ticket -> RunFidelity.read(run), found -> measured.set(found.orElse(null)));
        }
    }

    /** @param retrains whether controls are trained first where they are missing */
    void measure(boolean retrains) {
        RunFolder run = session.runProperty().get();
        if (run == null || running.get() != null || ReadOnly.refuses(session, background)) {
            return;
        }
        running.set(new Running(run, retrains, JobProgress.of("")));
        List<String> arguments = new ArrayList<>(List.of(
                "fidelity",
                "--run",
                run.path().toString(),
                "--out",
                FidelityFigures.file(run).toString(),
                "--progress",
                "json"));
        if (retrains) {
            arguments.add("--retrain");
        }
        background.run(
                Lane.LOADER,
                starting,
                ticket -> ChildProcess.start(program, run.path().resolve(FOLDER), arguments, true),
                this::watch,
                failure -> {
                    running.set(null);
                    background.failed(failure);
                });
    }

    private void watch(ChildProcess started) {
        child = started;
        stop = ticker.every(
                LOOK,
                () -> background.run(
                        Lane.LOADER,
                        looking,
                        ticket -> started.folder().lastOutput(JobProgress.TAIL),
                        output -> running.set(
                                new Running(running.get().run(), running.get().retrains(), JobProgress.of(output)))));
        started.end().thenAccept(end -> background.later(() -> ended(started, end)));
    }

    private void ended(ChildProcess which, JobEnd end) {
        stop.run();
        looking.forget();
        child = null;
        running.set(null);
        Optional<Problem> problem = end.problem();
        if (problem.isPresent() && problem.get().kind() != Problem.Kind.CANCELLED) {
            background.failed(new ProblemException(problem.get(), null));
        } else if (problem.isEmpty() && end.exitCode() != 0) {
            background.failed(Problem.resource(FidelityViewModel.class, "fidelityDied")
                    .file(which.folder().output())
                    .exception());
        }
        read();
    }

    /** Ends the measuring; controls that are trained already stay for the next time. */
    void cancel() {
        if (child != null) {
            ChildProcess now = child;
            background.run(
                    Lane.LOADER,
                    new Newest(),
                    ticket -> {
                        now.wish(Wish.CANCEL);
                        return now;
                    },
                    done -> {});
        }
    }

    /** Asks for a file and writes the report there as a page. */
    void save() {
        MeasuredFidelity now = measured.get();
        if (now == null) {
            return;
        }
        dialogs.save(
                        messages.text("explain.fidelity.save"),
                        "fidelity.html",
                        new FileDialogs.Kind(messages.text("explain.fidelity.page"), List.of("*.html")))
                .ifPresent(target -> background.run(Lane.LOADER, saving, ticket -> written(now, target), done -> {}));
    }

    private Path written(MeasuredFidelity now, Path target) {
        byte[] page =
                FidelityPage.of(now.report(), now.source(), messages.locale()).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(Disk.real(), target, file -> file.write(page));
        return target;
    }
}
