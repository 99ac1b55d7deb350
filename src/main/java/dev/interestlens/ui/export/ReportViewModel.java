package dev.interestlens.ui.export;

import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.file.DocumentKinds;
import dev.interestlens.ui.common.file.FileDialogs;
import dev.interestlens.ui.export.ExportViewModel.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Reports on the run, or on it beside others, and its journal for other programs. */
final class ReportViewModel {
    private final ExportViewModel export;
    private final Messages messages;
    private final FileDialogs dialogs;
    private final ReadOnlyObjectWrapper<Path> written = new ReadOnlyObjectWrapper<>(this, "written");

    ReportViewModel(ExportViewModel export, Messages messages, FileDialogs dialogs) {
        this.export = export;
        this.messages = messages;
        this.dialogs = dialogs;
        export.session().runProperty().addListener(change -> written.set(null));
    }

    /** The last report, or null. */
    ReadOnlyObjectProperty<Path> writtenProperty() {
        return written.getReadOnlyProperty();
    }

    void ofRun() {
        ask(List.of(export.session().runProperty().get()));
    }

    void comparison() {
        ask(export.comparable());
    }

    private void ask(List<RunFolder> runs) {
        String name = runs.get(0).path().getFileName() + (runs.size() > 1 ? "-comparison" : "-report");
        dialogs.saveResult(messages.text("export.save"), name + ".html", DocumentKinds.of(messages))
                .ifPresent(chosen -> write(runs, chosen.file()));
    }

    void write(List<RunFolder> runs, Path target) {
        written.set(null);
        List<String> arguments = new ArrayList<>(List.of(
                "report",
                "--out",
                target.toString(),
                "--language",
                messages.language().get().locale().getLanguage()));
        arguments.addAll(ExportViewModel.overwrite(target));
        runs.forEach(run -> arguments.addAll(List.of("--run", run.path().toString())));
        export.start(Task.REPORT, export.session().nameOf(runs.get(0)), arguments, line -> written.set(target));
    }

    /** Writes the run into a new folder in the format of another program, by its name in the command. */
    void exchange(String form) {
        RunFolder folder = export.session().runProperty().get();
        dialogs.folder(messages.text("export.serving.where"))
                .map(parent -> ExportViewModel.free(parent, folder.path().getFileName() + "-" + form))
                .ifPresent(target -> {
                    written.set(null);
                    export.start(
                            Task.REPORT,
                            export.session().nameOf(folder),
                            List.of(
                                    "export",
                                    "--run",
                                    folder.path().toString(),
                                    "--format",
                                    form,
                                    "--out",
                                    target.toString()),
                            line -> written.set(target));
                });
    }
}
