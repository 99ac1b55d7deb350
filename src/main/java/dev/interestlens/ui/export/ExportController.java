package dev.interestlens.ui.export;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Figures;
import dev.interestlens.ui.export.ExportViewModel.Written;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** Shows what can be taken out. */
public final class ExportController {
    private final ExportViewModel model;
    private final Messages messages;

    @FXML
    private Label run;

    @FXML
    private Button safetensors;

    @FXML
    private Label result;

    public ExportController(ExportViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        safetensors.disableProperty().bind(model.canExport().not());
        model.writtenProperty().addListener(change -> show());
        model.busyProperty().addListener(change -> show());
        model.session().runProperty().addListener(change -> show());
        messages.language().addListener(change -> show());
        show();
    }

    private void show() {
        var folder = model.session().runProperty().get();
        run.setText(
                folder == null
                        ? messages.text("export.noRun")
                        : folder.path().getFileName().toString());
        Written written = model.writtenProperty().get();
        result.setText(
                model.busyProperty().get()
                        ? messages.text("export.writing")
                        : written == null
                                ? ""
                                : messages.text(
                                        "export.done",
                                        written.file(),
                                        Figures.count(written.rows()),
                                        Figures.of(written.check().largestScore())));
    }

    @FXML
    private void exportSafetensors() {
        model.safetensors();
    }
}
