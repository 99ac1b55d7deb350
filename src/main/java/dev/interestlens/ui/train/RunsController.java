package dev.interestlens.ui.train;

import dev.interestlens.ui.common.DraftUndo;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Pill;
import dev.interestlens.ui.control.form.OwnUndo;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows all runs, and lets a person name, tag, repeat and remove them. */
public final class RunsController {
    private final TrainViewModel model;
    private final Messages messages;
    private final Consumer<Path> open;
    private final LabelsViewModel labels;
    private boolean marking;

    @FXML
    private TextField filter;

    @FXML
    private Label count;

    @FXML
    private ListView<RunSummary> runs;

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
        filter.textProperty().bindBidirectional(model.filterProperty());
        runs.setItems(model.listed());
        runs.setCellFactory(list -> new RunCell());
        Label none = new Label();
        none.textProperty().bind(messages.bind("train.noRun"));
        none.getStyleClass().add("note");
        runs.setPlaceholder(none);
        runs.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> choose(now));
        runs.setOnKeyPressed(event -> {
            RunSummary run = selected();
            if (event.getCode() == KeyCode.DELETE && !delete.isDisabled()) {
                model.askToDelete(run);
            } else if (event.getCode() == KeyCode.SPACE && run != null) {
                model.toggleOverlay(run);
                runs.refresh();
            }
        });
        name.textProperty().bindBidirectional(labels.nameProperty());
        tags.textProperty().bindBidirectional(labels.tagsProperty());
        note.textProperty().bindBidirectional(labels.noteProperty());
        for (var field : List.of(name, tags, note)) {
            field.focusedProperty().addListener((observed, before, focused) -> {
                if (!focused) {
                    labels.keep();
                }
            });
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
        model.session().readOnlyProperty().addListener(change -> showDetails());
        model.session().runProperty().addListener(change -> mark());
        model.listed().addListener((ListChangeListener<RunSummary>) change -> mark());
        model.deletingProperty().addListener(change -> showDeleting());
        messages.language().addListener(change -> {
            runs.refresh();
            said.setText("");
            showDeleting();
            showCount();
        });
        mark();
        showDeleting();
    }

    private RunSummary selected() {
        return labels.runProperty().get();
    }

    private void choose(RunSummary run) {
        if (run != null
                && !marking
                && !run.folder().equals(model.session().runProperty().get())) {
            model.look(run);
        }
    }

    private void mark() {
        marking = true;
        model.selected()
                .filter(model.listed()::contains)
                .ifPresentOrElse(runs.getSelectionModel()::select, runs.getSelectionModel()::clearSelection);
        marking = false;
        showCount();
        showDetails();
    }

    private void showCount() {
        count.setText(messages.text(
                "train.runs.count", model.listed().size(), model.runs().size()));
    }

    private void showDetails() {
        RunSummary run = selected();
        details.setDisable(run == null);
        name.setPromptText(run == null ? "" : run.folder().path().getFileName().toString());
        boolean mayChange = !model.session().readOnlyProperty().get();
        boolean described = run != null && run.description() != null;
        List.of(name, tags, note).forEach(field -> field.setDisable(!mayChange));
        List.of(command, settings).forEach(button -> button.setDisable(!described));
        again.setDisable(!described || !mayChange);
        delete.setDisable(run == null || run.isAlive() || !mayChange);
    }

    private void showDeleting() {
        RunSummary run = model.deletingProperty().get();
        confirm.setVisible(run != null);
        confirm.setManaged(run != null);
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
        ClipboardContent content = new ClipboardContent();
        content.putString(TrainViewModel.command(selected()));
        Clipboard.getSystemClipboard().setContent(content);
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
    private void askToDelete() {
        model.askToDelete(selected());
    }

    @FXML
    private void delete() {
        model.delete();
    }

    @FXML
    private void keep() {
        model.keep();
    }

    /** A run, its state, and a switch that lays it over the one that is looked at. */
    private final class RunCell extends ListCell<RunSummary> {
        private final ToggleButton eye = new ToggleButton(null, new FontIcon("fth-layers"));
        private final Label title = new Label();
        private final Label line = new Label();
        private final Label tags = new Label();
        private final Pill state = new Pill();
        private final Tooltip whole = new Tooltip();
        private final VBox box;

        RunCell() {
            eye.getStyleClass().add("row-switch");
            eye.setTooltip(new Tooltip());
            eye.setFocusTraversable(false);
            eye.setOnAction(event -> {
                model.toggleOverlay(getItem());
                eye.setSelected(model.isOverlaid(getItem()));
            });
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            for (Label each : List.of(title, line, tags)) {
                each.setMinWidth(0);
            }
            line.getStyleClass().add("note");
            tags.getStyleClass().add("note");
            tags.managedProperty().bind(tags.textProperty().isNotEmpty());
            state.setMinWidth(USE_PREF_SIZE);
            eye.setMinWidth(USE_PREF_SIZE);
            HBox head = new HBox(4, title, state, eye);
            head.setAlignment(Pos.CENTER_LEFT);
            box = new VBox(head, line, tags);
            box.setMinWidth(0);
            box.setPrefWidth(1);
        }

        @Override
        protected void updateItem(RunSummary run, boolean none) {
            super.updateItem(run, none);
            setGraphic(none ? null : box);
            setTooltip(none ? null : whole);
            if (!none) {
                title.setText(run.name());
                line.setText(RunWords.line(run, messages));
                state.setText(RunWords.state(run, messages));
                state.setTone(RunWords.tone(run, Alerts.learntNothing(run)));
                tags.setText(RunWords.tags(run));
                whole.setText(RunWords.whole(run, messages));
                eye.setSelected(model.isOverlaid(run));
                eye.setAccessibleText(messages.text("train.overlay"));
                eye.getTooltip().setText(messages.text("train.overlay"));
                setAccessibleText(run.name() + ", " + state.getText() + ", " + line.getText() + ", " + tags.getText());
            }
        }
    }
}
