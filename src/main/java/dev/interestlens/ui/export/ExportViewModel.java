package dev.interestlens.ui.export;

import dev.interestlens.export.bundle.Bundle;
import dev.interestlens.measurement.serving.FrontReport;
import dev.interestlens.publish.ModelExport;
import dev.interestlens.publish.ModelExport.Format;
import dev.interestlens.store.Json;
import dev.interestlens.store.OutputPath;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.file.FileDialogs;
import dev.interestlens.ui.common.run.Estimates;
import dev.interestlens.ui.common.run.JobRunner;
import dev.interestlens.workspace.Effort;
import dev.interestlens.workspace.OwnFolders;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.VerificationResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Exports the selected run, and verifies foreign bundles. */
public final class ExportViewModel {
    /** Maximum number of runs in a comparison report. */
    private static final int MAX_RUNS = 8;

    private final Session session;
    private Runnable elsewhere = () -> {};
    private final JobRunner job;
    private final Messages messages;
    private final FileDialogs dialogs;
    private final ExportChoice choice = new ExportChoice();
    private final ReadOnlyObjectWrapper<Written> written = new ReadOnlyObjectWrapper<>(this, "written");
    private final ReadOnlyObjectWrapper<VerificationResult> checked = new ReadOnlyObjectWrapper<>(this, "checked");
    private final SparkViewModel spark;
    private final ReportViewModel reports;
    private final ReadOnlyObjectWrapper<Task> task = new ReadOnlyObjectWrapper<>(this, "task");

    /** The running task. */
    enum Task {
        EXPORT,
        REPORT,
        CHECK,
        SPARK,
        LATENCY,
        FRONT
    }

    /** A written file that was read back and compared. */
    record Written(Format format, ModelExport.Done done) {}

    public ExportViewModel(Session session, JobRunner job, Messages messages, FileDialogs dialogs) {
        this.session = session;
        this.job = job;
        this.messages = messages;
        this.dialogs = dialogs;
        session.runProperty().addListener(change -> {
            written.set(null);
        });
        job.whenEnded(() -> task.set(null));
        spark = new SparkViewModel(this, messages, dialogs);
        reports = new ReportViewModel(this, messages, dialogs);
    }

    Session session() {
        return session;
    }

    SparkViewModel spark() {
        return spark;
    }

    ReportViewModel reports() {
        return reports;
    }

    /** The export format and options. */
    ExportChoice choice() {
        return choice;
    }

    /** Whether the run has weights to export. */
    BooleanBinding canExport() {
        return Bindings.createBooleanBinding(
                () -> isReady() && task.get() == null, session.runProperty(), session.runs(), task);
    }

    /** Whether there are other runs of the same data to compare with. */
    BooleanBinding canCompare() {
        return Bindings.createBooleanBinding(
                () -> comparable().size() > 1 && task.get() == null, session.runProperty(), session.runs(), task);
    }

    /** The last export, or null. */
    ReadOnlyObjectProperty<Written> writtenProperty() {
        return written.getReadOnlyProperty();
    }

    /** The last verification, or null. */
    ReadOnlyObjectProperty<VerificationResult> checkedProperty() {
        return checked.getReadOnlyProperty();
    }

    /** The running task, or null. */
    ReadOnlyObjectProperty<Task> taskProperty() {
        return task.getReadOnlyProperty();
    }

    /** Its progress, or null. */
    ObjectBinding<JobStatus> statusOf(Task one) {
        return Bindings.createObjectBinding(
                () -> task.get() == one ? job.statusProperty().get() : null, task, job.statusProperty());
    }

    /** Goes to the screen on which explanations are saved. */
    void explain() {
        session.goalProperty().set(Session.Goal.EXPLAIN);
    }

    void cancel() {
        job.cancel();
    }

    Optional<RunSummary> summary() {
        return session.summary(session.runProperty().get());
    }

    private boolean isReady() {
        return session.isReady(session.runProperty().get());
    }

    /** The run and the newest others of the same data with a finished epoch. */
    List<RunFolder> comparable() {
        return summary()
                .filter(run -> run.description() != null)
                .map(run -> session.readyRuns()
                        .filter(other -> other.description()
                                .fingerprint()
                                .equals(run.description().fingerprint()))
                        .sorted((a, b) -> Boolean.compare(
                                !a.folder().equals(run.folder()), !b.folder().equals(run.folder())))
                        .limit(MAX_RUNS)
                        .map(RunSummary::folder)
                        .toList())
                .orElse(List.of());
    }

    void export() {
        RunFolder folder = session.runProperty().get();
        Format chosen = choice.formatProperty().get();
        if (choice.isPair()) {
            dialogs.folder(messages.text("export.serving.where"))
                    .ifPresent(
                            parent -> write(folder, free(parent, folder.path().getFileName() + "-serving")));
            return;
        }
        dialogs.save(
                        messages.text("export.save"),
                        folder.path().getFileName() + "." + chosen.ending(),
                        kind("export.format." + chosen, chosen.ending()))
                .ifPresent(target -> write(folder, target));
    }

    FileDialogs.Kind kind(String key, String... endings) {
        return new FileDialogs.Kind(
                messages.text(key),
                List.of(endings).stream().map(ending -> "*." + ending).toList());
    }

    /** Words of the command that writes the chosen file, into the folder in which it runs; none without a run. */
    List<String> command() {
        if (!canExport().get()) {
            return List.of();
        }
        RunFolder folder = session.runProperty().get();
        String name = folder.path().getFileName()
                + (choice.isPair()
                        ? "-serving"
                        : "." + choice.formatProperty().get().ending());
        return command(folder, Path.of(name));
    }

    private List<String> command(RunFolder folder, Path target) {
        List<String> words =
                new ArrayList<>(List.of("export", "--run", folder.path().toString(), "--out", target.toString()));
        words.addAll(choice.options());
        return words;
    }

    void write(RunFolder folder, Path target) {
        write(choice.formatProperty().get(), session.nameOf(folder), command(folder, target), target);
    }

    private void write(Format format, String title, List<String> command, Path target) {
        written.set(null);
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(overwrite(target));
        start(
                Task.EXPORT,
                title,
                arguments,
                line -> written.set(new Written(format, Json.read(line, ModelExport.Done.class))));
    }

    /** Writes a point of the front: a pair into a new folder, one graph into a file. */
    void export(FrontReport.Point point) {
        Path run = Path.of(point.served().path());
        String name = run.getFileName() + "-" + point.served().history() + "-"
                + point.served().precision();
        Optional<Path> target = point.served().form() == FrontReport.Form.SPLIT
                ? dialogs.folder(messages.text("export.serving.where")).map(parent -> free(parent, name + "-serving"))
                : dialogs.save(
                        messages.text("export.save"), name + ".onnx", kind("export.format." + Format.ONNX, "onnx"));
        target.ifPresent(out -> {
            List<String> arguments = new ArrayList<>(point.export());
            arguments.addAll(List.of("--out", out.toString()));
            write(Format.ONNX, point.served().run(), arguments, out);
        });
    }

    /** What measurements take on this machine. */
    Estimates estimates() {
        return job.estimates();
    }

    /** The words of the choice to measure the fidelity before the export. */
    StringBinding measuring() {
        Supplier<Effort> effort = () -> Effort.ofPasses(
                Job.Kind.FIDELITY.name(),
                session.summaries(Stream.ofNullable(session.runProperty().get()).toList()));
        return estimates().offer("export.measure", effort, session.runProperty());
    }

    /** An unused name in a folder. */
    static Path free(Path parent, String name) {
        Path path = parent.resolve(name);
        for (int number = 2; Files.exists(path); number++) {
            path = parent.resolve(name + "-" + number);
        }
        return path;
    }

    /** The dialog has already confirmed that an existing file is replaced. */
    static List<String> overwrite(Path target) {
        return OwnFolders.existing(target) == OutputPath.Existing.REPLACED ? List.of("--overwrite") : List.of();
    }

    void chooseFile() {
        dialogs
                .files(
                        messages.text("export.check.choose"),
                        List.of(kind("export.check.kind", "zip", "ilens", "safetensors")))
                .stream()
                .findFirst()
                .ifPresent(this::check);
    }

    /** Sets the action that opens a foreign model. */
    public void setElsewhere(Runnable open) {
        elsewhere = open;
    }

    /** Opens a foreign model on the open data set. */
    void openElsewhere() {
        elsewhere.run();
    }

    /** Whether there is a data set to open one on. */
    BooleanBinding canOpenElsewhere() {
        return session.dataProperty().isNotNull();
    }

    /** Whether this may be a file to verify: a bundle, a run, or weights. */
    public static boolean canCheck(Path file) {
        return Bundle.isOne(file)
                || new RunFolder(file).exists()
                || file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".safetensors");
    }

    /** Verifies a foreign file; weights are compared with those of the open run. */
    public void check(Path file) {
        checked.set(null);
        List<String> arguments = new ArrayList<>(List.of("doctor", file.toString()));
        boolean weights = Files.isRegularFile(file) && !Bundle.isOne(file);
        if (weights && isReady()) {
            arguments.addAll(List.of("--run", session.runProperty().get().path().toString()));
        }
        start(
                Task.CHECK,
                file.getFileName().toString(),
                arguments,
                line -> checked.set(Json.read(line, VerificationResult.class)));
    }

    /** Starts a command, unless another one runs. */
    void start(Task wanted, String title, List<String> arguments, Consumer<String> done) {
        start(wanted, Effort.unknown(wanted.name()), title, arguments, done);
    }

    /** Starts a measurement, unless a command runs. */
    void start(Task wanted, Effort effort, String title, List<String> arguments, Consumer<String> done) {
        if (task.get() == null) {
            task.set(wanted);
            job.start(Job.Kind.EXPORT, effort, title, "job.export.", arguments, done);
        }
    }
}
