package dev.interestlens.ui.export;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.export.RoundTrip;
import dev.interestlens.export.SafetensorsExport;
import dev.interestlens.store.Disk;
import dev.interestlens.train.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.FileDialogs;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Newest;
import dev.interestlens.ui.common.Session;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The run that is looked at, as a file for others. */
public final class ExportViewModel {
    private static final int ROWS = 256;

    private final Session session;
    private final Background background;
    private final Messages messages;
    private final FileDialogs dialogs;
    private final Newest writing = new Newest();
    private final ReadOnlyObjectWrapper<Written> written = new ReadOnlyObjectWrapper<>(this, "written");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

    /** A file that was read back and compared. */
    record Written(Path file, RoundTrip check, int rows) {}

    public ExportViewModel(Session session, Background background, Messages messages, FileDialogs dialogs) {
        this.session = session;
        this.background = background;
        this.messages = messages;
        this.dialogs = dialogs;
        session.runProperty().addListener(change -> written.set(null));
    }

    Session session() {
        return session;
    }

    /** Whether the run has weights to export. */
    BooleanBinding canExport() {
        return Bindings.createBooleanBinding(
                () -> summary().map(run -> run.epoch() > 0).orElse(false) && !busy.get(),
                session.runProperty(),
                session.runs(),
                busy);
    }

    /** What was exported last, or null. */
    ReadOnlyObjectProperty<Written> writtenProperty() {
        return written.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    Optional<RunSummary> summary() {
        return session.runs().stream()
                .filter(run -> run.folder().equals(session.runProperty().get()))
                .findFirst();
    }

    void safetensors() {
        RunFolder folder = session.runProperty().get();
        dialogs.save(
                        messages.text("export.save"),
                        folder.path().getFileName() + ".safetensors",
                        new FileDialogs.Kind(messages.text("export.safetensors"), List.of("*.safetensors")))
                .ifPresent(target -> write(folder, target));
    }

    void write(RunFolder folder, Path target) {
        busy.set(true);
        background.run(
                Background.Lane.ENGINE,
                writing,
                ticket -> {
                    try (OpenRun run = OpenRun.best(folder)) {
                        int size = Math.min(ROWS, run.samples().size(Part.TEST));
                        RawBatch rows = run.samples()
                                .batch(Part.TEST, IntStream.range(0, size).toArray());
                        RoundTrip check = new SafetensorsExport(Disk.real())
                                .write(
                                        run.model(),
                                        Map.of(
                                                "run", run.description().name(),
                                                "fingerprint", run.description().fingerprint(),
                                                "versions", run.description().versions()),
                                        rows,
                                        target);
                        return new Written(target, check, size);
                    }
                },
                done -> {
                    busy.set(false);
                    written.set(done);
                },
                failure -> {
                    busy.set(false);
                    background.failed(failure);
                });
    }
}
