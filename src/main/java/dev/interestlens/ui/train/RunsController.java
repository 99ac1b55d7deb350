package dev.interestlens.ui.train;

import dev.interestlens.filter.Mistake;
import dev.interestlens.ui.common.DraftUndo;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.Presence;
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
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Shows all runs, and lets a person name, tag, repeat and remove them. */
public final class RunsController {
    private final TrainViewModel model;
    private final Messages messages;
    private final Consumer<Path> open;
    private final LabelsViewModel labels;

    @FXML
    private TextField filter;

    @FXML
    private Label count;

    @FXML
    private Label mistake;

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
    private Button command;

    @FXML
    private Button again;

    @FXML
    private Button settings;

    @FXML
    private Button delete;

    @FXML
    private HBox confirm;

    @FXML
    private Label confirmText;

    @FXML
    private Label said;

    /** @param open shows a folder in the system's file browser */
    public RunsController(TrainViewModel model, Messages messages, Consumer<Path> open) {
        this.model = model;
        this.messages = messages;
        this.open = open;
        this.labels = model.labels();
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
            showDetails();
        });
        Changes.call(this::showDetails, model.session().readOnlyProperty());
        messages.keepShown(() -> said.setText(""));
        messages.keepShown(this::showDeleting, model.deletingProperty());
        messages.keepShown(this::showMistake, model.table().mistakesProperty());
        messages.keepShown(this::showCount, model.table().rows());
        showDetails();
    }

    private RunSummary selected() {
        return labels.runProperty().get();
    }

    /** Shows the first mistake; the next one is shown once it is corrected. */
    private void showMistake() {
        List<Mistake> all = model.table().mistakesProperty().get();
        Presence.set(mistake, !all.isEmpty());
        mistake.setText(
                all.isEmpty()
                        ? ""
                        : messages.text(
                                "explain.filter.mistake." + all.get(0).kind(),
                                all.get(0).text(),
                                all.get(0).place()));
    }

    private void showCount() {
        count.setText(messages.text(
                "train.runs.count", model.table().passing(), model.runs().size()));
    }

    private void showDetails() {
        RunSummary run = selected();
        details.setDisable(run == null);
        name.setPromptText(run == null ? "" : run.folder().folderName());
        boolean mayChange = !model.session().readOnlyProperty().get();
        boolean described = run != null && run.description() != null;
        List.of(name, tags, note).forEach(field -> field.setDisable(!mayChange));
        List.of(command, settings).forEach(button -> button.setDisable(!described));
        again.setDisable(!described || !mayChange);
        delete.setDisable(run == null || run.isAlive() || !mayChange);
    }

    private void showDeleting() {
        RunSummary run = model.deletingProperty().get();
        Presence.set(confirm, run != null);
        if (run != null) {
            confirmText.setText(messages.text("train.delete.sure", run.name()));
        }
    }

    @FXML
    private void openFolder() {
        open.accept(selected().folder().path());
    }

    @FXML
    private void copyCommand() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, TrainViewModel.command(selected())));
        said.setText(messages.text("train.command.copied"));
    }

    @FXML
    private void reproduce() {
        model.reproduce(selected(), messages.text("train.again.name", selected().name()));
        said.setText(messages.text("train.again.said"));
    }

    @FXML
    private void takeSettings() {
        model.takeSettings(selected());
        said.setText(messages.text("train.settings.taken"));
    }

    @FXML
    private void delete() {
        model.delete();
    }

    @FXML
    private void keep() {
        model.keep();
    }
}
