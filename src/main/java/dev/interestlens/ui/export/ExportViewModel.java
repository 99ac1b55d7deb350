package dev.interestlens.ui.export;

import dev.interestlens.export.RoundTrip;
import dev.interestlens.export.bundle.Bundle;
import dev.interestlens.export.report.ReportFile;
import dev.interestlens.store.Disk;
import dev.interestlens.train.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.FileDialogs;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Newest;
import dev.interestlens.ui.common.Session;
import dev.interestlens.workspace.ModelExport;
import dev.interestlens.workspace.ModelExport.Extras;
import dev.interestlens.workspace.ModelExport.Format;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.RunReports;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The run that is looked at, as a file for others; and a bundle of others, checked. */
public final class ExportViewModel {
    /** Runs side by side on one page at most. */
    private static final int MOST_RUNS = 8;

    private final Session session;
    private final Background background;
    private final Messages messages;
    private final FileDialogs dialogs;
    private final Newest writing = new Newest();
    private final ObjectProperty<Format> format = new SimpleObjectProperty<>(this, "format", Format.BUNDLE);
    private final BooleanProperty attention = new SimpleBooleanProperty(this, "attention");
    private final ReadOnlyObjectWrapper<Written> written = new ReadOnlyObjectWrapper<>(this, "written");
    private final ReadOnlyObjectWrapper<Path> report = new ReadOnlyObjectWrapper<>(this, "report");
    private final ReadOnlyObjectWrapper<Checked> checked = new ReadOnlyObjectWrapper<>(this, "checked");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

    /** A file that was read back and compared. */
    record Written(Path file, RoundTrip check) {}

    /**
     * A bundle that was found sound.
     *
     * @param run it is of
     * @param model its family
     * @param files number of files with the right sum
     * @param scores what the golden rows deviate, by file
     */
    record Checked(Path file, String run, String model, int files, Map<String, RoundTrip> scores) {}

    public ExportViewModel(Session session, Background background, Messages messages, FileDialogs dialogs) {
        this.session = session;
        this.background = background;
        this.messages = messages;
        this.dialogs = dialogs;
        session.runProperty().addListener(change -> {
            written.set(null);
            report.set(null);
        });
    }

    Session session() {
        return session;
    }

    ObjectProperty<Format> formatProperty() {
        return format;
    }

    /** Whether the attention is to be a further output of a graph. */
    BooleanProperty attentionProperty() {
        return attention;
    }

    /** Whether the format leaves that choice. */
    BooleanBinding canChooseAttention() {
        return format.isEqualTo(Format.ONNX).or(format.isEqualTo(Format.TORCHSCRIPT));
    }

    /** Whether the run has weights to export. */
    BooleanBinding canExport() {
        return Bindings.createBooleanBinding(
                () -> summary().map(run -> run.epoch() > 0).orElse(false) && !busy.get(),
                session.runProperty(),
                session.runs(),
                busy);
    }

    /** Whether there are others that saw the same data and can be set beside the run. */
    BooleanBinding canCompare() {
        return Bindings.createBooleanBinding(
                () -> comparable().size() > 1 && !busy.get(), session.runProperty(), session.runs(), busy);
    }

    /** What was exported last, or null. */
    ReadOnlyObjectProperty<Written> writtenProperty() {
        return written.getReadOnlyProperty();
    }

    /** The report that was written last, or null. */
    ReadOnlyObjectProperty<Path> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** The bundle that was checked last, or null. */
    ReadOnlyObjectProperty<Checked> checkedProperty() {
        return checked.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    Optional<RunSummary> summary() {
        return session.runs().stream()
                .filter(run -> run.folder().equals(session.runProperty().get()))
                .findFirst();
    }

    /** The run and the newest others of the same data with a finished epoch. */
    List<RunFolder> comparable() {
        return summary()
                .filter(run -> run.description() != null)
                .map(run -> session.runs().stream()
                        .filter(other -> other.epoch() > 0
                                && other.description() != null
                                && other.description()
                                        .fingerprint()
                                        .equals(run.description().fingerprint()))
                        .sorted((a, b) -> Boolean.compare(
                                !a.folder().equals(run.folder()), !b.folder().equals(run.folder())))
                        .limit(MOST_RUNS)
                        .map(RunSummary::folder)
                        .toList())
                .orElse(List.of());
    }

    void export() {
        RunFolder folder = session.runProperty().get();
        Format chosen = format.get();
        dialogs.save(
                        messages.text("export.save"),
                        folder.path().getFileName() + "." + chosen.ending(),
                        kind("export.format." + chosen, chosen.ending()))
                .ifPresent(target -> write(folder, chosen, target));
    }

    private FileDialogs.Kind kind(String key, String... endings) {
        return new FileDialogs.Kind(
                messages.text(key),
                List.of(endings).stream().map(ending -> "*." + ending).toList());
    }

    void write(RunFolder folder, Format chosen, Path target) {
        Extras extras = new Extras(attention.get(), null);
        work(
                () -> {
                    try (OpenRun run = OpenRun.best(folder)) {
                        return new Written(target, ModelExport.write(run, chosen, target, extras));
                    }
                },
                written);
    }

    void runReport() {
        report(List.of(session.runProperty().get()));
    }

    void comparison() {
        report(comparable());
    }

    private void report(List<RunFolder> runs) {
        String name = runs.get(0).path().getFileName() + (runs.size() > 1 ? "-comparison" : "-report");
        dialogs.save(messages.text("export.save"), name + ".html", kind("export.report.kind", "html", "md"))
                .ifPresent(target -> writeReport(runs, target));
    }

    void writeReport(List<RunFolder> runs, Path target) {
        Locale language = messages.language().get().locale();
        work(
                () -> {
                    ReportFile.write(Disk.real(), RunReports.of(runs, null), language, target);
                    return target;
                },
                report);
    }

    void chooseBundle() {
        dialogs
                .files(messages.text("export.bundle.choose"), List.of(kind("export.bundle.kind", "zip", "ilens")))
                .stream()
                .findFirst()
                .ifPresent(this::check);
    }

    /** Verifies a bundle: sums first, then what it scores. */
    public void check(Path file) {
        checked.set(null);
        work(
                () -> {
                    try (Bundle bundle = Bundle.open(file)) {
                        return new Checked(
                                file,
                                bundle.manifest().run(),
                                bundle.manifest().model(),
                                bundle.files(),
                                bundle.check());
                    }
                },
                checked);
    }

    @FunctionalInterface
    private interface Work<T> {
        T run();
    }

    private <T> void work(Work<T> work, ReadOnlyObjectWrapper<T> result) {
        busy.set(true);
        background.run(
                Background.Lane.ENGINE,
                writing,
                ticket -> work.run(),
                done -> {
                    busy.set(false);
                    result.set(done);
                },
                failure -> {
                    busy.set(false);
                    background.failed(failure);
                });
    }
}
