package dev.interestlens.ui.question;

import dev.interestlens.question.Answer;
import dev.interestlens.question.Control;
import dev.interestlens.question.Settings;
import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.run.JobProgressPane;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.FocusReturn;
import dev.interestlens.ui.control.More;
import dev.interestlens.ui.control.Named;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The settings of an experiment, the button that runs it, and its progress. */
final class RunPane extends VBox {
    private static final int SEED_DIGITS = 9;

    private final QuestionsViewModel model;
    private final Messages messages;
    private final FlowPane controls = new FlowPane(16, 8);
    private final Label other = Worded.text("", "note");
    private final Label written = Worded.text("", "note");
    private final Button run;
    private final Button prepared;
    private final Button export;

    RunPane(QuestionsViewModel model, Messages messages) {
        super(8);
        this.model = model;
        this.messages = messages;
        run = Worded.button(model.offer(), model::run);
        run.setId("question-run");
        run.getStyleClass().add("accent");
        run.disableProperty().bind(model.cannotRun());
        FocusReturn.on(run);
        prepared = button("question.prepared", model::showPrepared);
        export = button("question.export", model::export);
        export.setId("question-export");
        HBox buttons = new HBox(8, run, export, prepared);
        buttons.setAlignment(Pos.CENTER_LEFT);
        other.setWrapText(true);
        written.setWrapText(true);
        More settings = new More("experiment", model.session().opened(), controls);
        settings.textProperty().bind(messages.bind("question.change"));
        JobProgressPane working = new JobProgressPane(messages, model.statusHere(), model::cancel);
        getChildren().setAll(buttons, settings, working, other, written);
        Changes.call(this::showWritten, model.writtenProperty());
        Changes.call(this::showWork, model.statusProperty(), model.runningProperty());
        messages.keepShown(this::fill, model.answerProperty());
    }

    private Button button(String key, Runnable action) {
        return Worded.button(messages.bind(key), action);
    }

    private void fill() {
        controls.getChildren().clear();
        Answer<?> answer = model.answerProperty().get();
        export.setDisable(answer == null);
        Presence.set(prepared, answer != null && !answer.prepared());
        if (model.settingsProperty().get() != null) {
            model.experiment().controls().forEach(control -> controls.getChildren()
                    .add(choice(control)));
            controls.getChildren().add(seed());
        }
        showWork();
        showWritten();
    }

    private Node choice(Control control) {
        ChoiceBox<String> box = new ChoiceBox<>();
        box.setId("control-" + control.name());
        box.setConverter(new Named<>(value -> control.words(value).in(messages.locale())));
        box.getItems().setAll(control.values());
        Settings now = model.settingsProperty().get();
        box.setValue(now.get(control.name()));
        box.valueProperty().addListener((observed, before, value) -> model.choose(control.name(), value));
        return labelled(control.title().in(messages.locale()), box);
    }

    private Node seed() {
        TextField field =
                new TextField(String.valueOf(model.settingsProperty().get().seed()));
        field.setId("question-seed");
        field.setPrefColumnCount(SEED_DIGITS);
        field.setTextFormatter(new TextFormatter<>(
                change -> change.getControlNewText().matches("\\d{0," + SEED_DIGITS + "}") ? change : null));
        field.textProperty()
                .addListener((observed, before, text) ->
                        model.chooseSeed(text.isEmpty() ? Settings.USUAL_SEED : Long.parseLong(text)));
        return labelled(messages.text("question.seed"), field);
    }

    private static Node labelled(String text, Node control) {
        Label label = new Label(text);
        label.setLabelFor(control);
        label.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(8, label, control);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void showWork() {
        JobStatus now = model.statusProperty().get();
        boolean elsewhere = now != null && model.runningProperty().get() != model.experiment();
        Presence.tell(other, elsewhere ? messages.text("question.other", now.title()) : "");
    }

    private void showWritten() {
        Path file = model.writtenProperty().get();
        Presence.set(written, file != null);
        written.setText(file == null ? "" : messages.text("question.written", file));
    }
}
