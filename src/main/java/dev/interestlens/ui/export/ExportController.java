package dev.interestlens.ui.export;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Figures;
import dev.interestlens.ui.export.ExportViewModel.Checked;
import dev.interestlens.ui.export.ExportViewModel.Written;
import dev.interestlens.workspace.ModelExport.Format;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Shows what can be taken out, and what others brought. */
public final class ExportController {
    private final ExportViewModel model;
    private final Messages messages;
    private final ToggleGroup choice = new ToggleGroup();

    @FXML
    private Label run;

    @FXML
    private VBox formats;

    @FXML
    private CheckBox attention;

    @FXML
    private Button export;

    @FXML
    private Button runReport;

    @FXML
    private Button comparison;

    @FXML
    private Button bundle;

    @FXML
    private ProgressIndicator progress;

    @FXML
    private Label result;

    @FXML
    private Label report;

    @FXML
    private Label checked;

    public ExportController(ExportViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        for (Format format : Format.values()) {
            formats.getChildren().add(choice(format));
        }
        attention.selectedProperty().bindBidirectional(model.attentionProperty());
        attention.visibleProperty().bind(model.canChooseAttention());
        export.disableProperty().bind(model.canExport().not());
        runReport.disableProperty().bind(model.canExport().not());
        comparison.disableProperty().bind(model.canCompare().not());
        bundle.disableProperty().bind(model.busyProperty());
        progress.visibleProperty().bind(model.busyProperty());
        model.writtenProperty().addListener(change -> show());
        model.reportProperty().addListener(change -> show());
        model.checkedProperty().addListener(change -> show());
        model.busyProperty().addListener(change -> show());
        model.session().runProperty().addListener(change -> show());
        messages.language().addListener(change -> show());
        show();
    }

    private VBox choice(Format format) {
        RadioButton button = new RadioButton();
        button.textProperty().bind(messages.bind("export.format." + format));
        button.setToggleGroup(choice);
        button.setSelected(model.formatProperty().get() == format);
        button.selectedProperty().addListener((observed, before, now) -> {
            if (now) {
                model.formatProperty().set(format);
            }
        });
        Label about = new Label();
        about.textProperty().bind(messages.bind("export.format." + format + ".about"));
        about.getStyleClass().addAll("note", "indented");
        about.setWrapText(true);
        return new VBox(2, button, about);
    }

    private void show() {
        var folder = model.session().runProperty().get();
        run.setText(
                folder == null
                        ? messages.text("export.noRun")
                        : model.summary()
                                .map(RunSummary::name)
                                .orElse(folder.path().getFileName().toString()));
        boolean busy = model.busyProperty().get();
        Written written = model.writtenProperty().get();
        text(
                result,
                busy
                        ? messages.text("export.writing")
                        : written == null
                                ? ""
                                : messages.text(
                                        "export.done",
                                        written.file(),
                                        Figures.count(written.check().rows()),
                                        Figures.of(written.check().largestScore())));
        Path page = model.reportProperty().get();
        text(report, page == null ? "" : messages.text("export.report.done", page));
        text(checked, checked(model.checkedProperty().get()));
    }

    private String checked(Checked bundle) {
        if (bundle == null) {
            return "";
        }
        StringBuilder text = new StringBuilder(messages.text(
                "export.bundle.sound",
                bundle.file().getFileName(),
                bundle.run(),
                bundle.model().toUpperCase(Locale.ROOT),
                Figures.count(bundle.files())));
        bundle.scores().forEach((file, trip) -> text.append('\n')
                .append(messages.text(
                        "export.bundle.scores", file, Figures.count(trip.rows()), Figures.of(trip.largestScore()))));
        return text.toString();
    }

    private static void text(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }

    @FXML
    private void exportModel() {
        model.export();
    }

    @FXML
    private void writeRunReport() {
        model.runReport();
    }

    @FXML
    private void writeComparison() {
        model.comparison();
    }

    @FXML
    private void checkBundle() {
        model.chooseBundle();
    }
}
