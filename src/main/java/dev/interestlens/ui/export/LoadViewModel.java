package dev.interestlens.ui.export;

import dev.interestlens.store.Json;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.export.ExportViewModel.Task;
import dev.interestlens.workspace.serving.LoadReport;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Requests per second that one core serves with the open run. */
public final class LoadViewModel {
    static final List<Integer> CANDIDATES = List.of(10, 100, 1000, 10_000);
    static final List<Integer> KEPT = List.of(0, 10, 100, 1000, 10_000);
    static final List<Integer> WITHIN = List.of(1, 2, 5, 10, 20, 50, 100);

    private final ExportViewModel export;
    private final ObjectProperty<Integer> candidates = new SimpleObjectProperty<>(this, "candidates", 100);
    private final ObjectProperty<Integer> kept = new SimpleObjectProperty<>(this, "kept", 100);
    private final ObjectProperty<Integer> within = new SimpleObjectProperty<>(this, "within", 10);
    private final ReadOnlyObjectWrapper<LoadReport> report = new ReadOnlyObjectWrapper<>(this, "report");

    public LoadViewModel(ExportViewModel export) {
        this.export = export;
        export.session().runProperty().addListener(change -> report.set(null));
    }

    ExportViewModel export() {
        return export;
    }

    /** Candidates of a request. */
    ObjectProperty<Integer> candidatesProperty() {
        return candidates;
    }

    /** Maximum number of users with cached results. */
    ObjectProperty<Integer> keptProperty() {
        return kept;
    }

    /** Milliseconds within which a request is to be answered. */
    ObjectProperty<Integer> withinProperty() {
        return within;
    }

    /** The last report, or null. */
    ReadOnlyObjectProperty<LoadReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    void measure() {
        RunFolder folder = export.session().runProperty().get();
        report.set(null);
        List<String> arguments = new ArrayList<>(List.of(
                "latency",
                "--load",
                "--run",
                folder.path().toString(),
                "--candidates",
                candidates.get().toString(),
                "--kept-users",
                kept.get().toString(),
                "--within",
                within.get().toString()));
        export.start(
                Task.LOAD,
                export.session().nameOf(folder),
                arguments,
                line -> report.set(Json.read(line, LoadReport.Done.class).report()));
    }
}
