package dev.interestlens.ui.train;

import dev.interestlens.filter.Mistake;
import dev.interestlens.ui.common.DraftUndo;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.ViewSource;
import dev.interestlens.ui.common.ViewValues;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.form.OwnUndo;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** Shows all runs, and lets a person name, tag, repeat and remove them. */
public final class RunsController implements ViewSource {
    private final TrainViewModel model;
    private final Messages messages;
    private final Consumer<Path> open;
    private final LabelsViewModel labels;

    @FXML
    private TextField filter;

    @FXML
    private ToggleButton grouped;

    @FXML
    private MenuButton columns;

    @FXML
    private TableView<RunRow> runs;

    @FXML
    private VBox details;

    @FXML
    private TextField name;

    @FXML
    private TextField tags;

    @FXML
    private TextArea note;

    @FXML
    private Button delete;

    @FXML
    private Label said;

    /** @param open shows a folder in the system's file browser */
    public RunsController(TrainViewModel model, Messages messages, Consumer<Path> open) {
        this.model = model;
        this.messages = messages;
        this.open = open;
        this.labels = model.labels();
    }

    @Override
    public void give(ViewValues view) {
        view.action("openFolder", () -> open.accept(selected().folder().path()));
        view.action("copyCommand", this::copyCommand);
        view.action("reproduce", this::reproduce);
        view.action("takeSettings", this::takeSettings);
        view.action("delete", model::delete);
        view.action("keep", model::keep);
        view.value("deleting", model.deletingProperty().isNotNull());
        view.value(
                "sure",
                messages.about(model.deletingProperty(), run -> messages.text("train.delete.sure", run.name())));
        view.value("mistake", messages.bind(this::mistake, model.table().mistakesProperty()));
        view.value("count", messages.bind(this::count, model.table().rows()));
        view.value("noRun", labels.runProperty().isNull());
        view.value("cannotDelete", labels.runProperty().map(RunSummary::isAlive).orElse(true));
        view.value(
                "undescribed",
                labels.runProperty().map(run -> run.description() == null).orElse(true));
        view.value("locked", model.session().readOnlyProperty());
        view.value(
                "hint",
                labels.runProperty().map(run -> run.folder().folderName()).orElse(""));
    }

    @FXML
    private void initialize() {
        delete.setOnAction(event -> model.askToDelete(selected()));
        filter.textProperty().bindBidirectional(model.filterProperty());
        grouped.selectedProperty().bindBidirectional(model.table().groupedProperty());
        new RunTable(runs, columns, model, messages, run -> {
            if (!delete.isDisabled()) {
                model.askToDelete(run);
            }
        });
        name.textProperty().bindBidirectional(labels.nameProperty());
        tags.textProperty().bindBidirectional(labels.tagsProperty());
        note.textProperty().bindBidirectional(labels.noteProperty());
        for (var field : List.of(name, tags, note)) {
            Changes.callWhenLeft(field, labels::keep);
        }
        OwnUndo.first(details);
        details.getParent()
                .addEventHandler(KeyEvent.KEY_PRESSED, event -> DraftUndo.key(event, labels::undo, labels::redo));
        name.setOnAction(event -> labels.keep());
        tags.setOnAction(event -> labels.keep());
        labels.runProperty().addListener((observed, before, now) -> {
            if (before == null || now == null || !before.folder().equals(now.folder())) {
                said.setText("");
            }
        });
        messages.keepShown(() -> said.setText(""));
    }

    private RunSummary selected() {
        return labels.runProperty().get();
    }

    /** The first mistake; the next one is told once it is corrected. */
    private String mistake() {
        List<Mistake> all = model.table().mistakesProperty().get();
        return all.isEmpty()
                ? ""
                : messages.text(
                        "explain.filter.mistake." + all.get(0).kind(),
                        all.get(0).text(),
                        all.get(0).place());
    }

    private String count() {
        return messages.text(
                "train.runs.count", model.table().passing(), model.runs().size());
    }

    private void copyCommand() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, TrainViewModel.command(selected())));
        said.setText(messages.text("train.command.copied"));
    }

    private void reproduce() {
        model.reproduce(selected(), messages.text("train.again.name", selected().name()));
        said.setText(messages.text("train.again.said"));
    }

    private void takeSettings() {
        model.takeSettings(selected());
        said.setText(messages.text("train.settings.taken"));
    }
}
