package dev.interestlens.ui.explain;

import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.figure.Drawing;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.control.FocusKeeper;
import dev.interestlens.ui.explain.engine.ExplainTexts;
import dev.interestlens.ui.explain.engine.ExplainedSample;
import dev.interestlens.ui.explain.picture.PictureNode;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One of the views beyond one look: choices on top, a finding in words, and below it what it rests on. */
abstract class BeyondView extends VBox {
    final ExplainViewModel model;
    final Messages messages;
    final ExplainTexts drawn;
    private final FlowPane choices = new FlowPane(8, 4);
    private final Label said = new Label();
    private String chosen = "";
    private Drawing shown;

    BeyondView(ExplainViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        drawn = new ExplainTexts(messages);
        setSpacing(8);
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.getStyleClass().add("finding");
        choices.managedProperty().bind(choices.visibleProperty());
    }

    /** Draws what is known now. */
    final void show() {
        FocusKeeper.during(this::build, choices);
    }

    private void build() {
        getChildren().setAll(choices, said);
        choices.getChildren().clear();
        said.setText("");
        shown = null;
        draw();
        choices.setVisible(!choices.getChildren().isEmpty());
    }

    abstract void draw();

    final void say(String text) {
        said.setText(text);
    }

    /** That something is being measured, or the text of a key where it is not. */
    final void waiting(String otherwise) {
        said.setText(messages.text(isBusy() ? "explain.beyond.busy" : otherwise));
    }

    /** The same, with a button that leads to where what is missing can be made. */
    final void waiting(String otherwise, Session.Goal place, String button) {
        waiting(otherwise);
        if (!isBusy()) {
            Button go = new Button(messages.text(button));
            go.setOnAction(event -> model.beyond().go(place));
            offer(go);
        }
    }

    private boolean isBusy() {
        ExplainedSample now = model.sample().explainedProperty().get();
        return model.beyond().busyProperty().get() || now == null || !now.isWhole();
    }

    final void offer(ButtonBase choice) {
        choice.getStyleClass().add("chip");
        choices.getChildren().add(choice);
    }

    /** Fills what is left. */
    final void put(Node node) {
        VBox.setVgrow(node, Priority.ALWAYS);
        getChildren().add(node);
    }

    /** A view as the core made it: its finding, and the picture that is chosen with what must be known to read it. */
    final void put(Panel panel) {
        Picture picture = panel.pictures().stream()
                .filter(each -> each.name().equals(chosen))
                .findFirst()
                .orElse(panel.pictures().get(0));
        if (panel.takesTurns()) {
            ToggleGroup group = new ToggleGroup();
            panel.pictures().forEach(each -> {
                ToggleButton chip = new ToggleButton(drawn.text(each.title()));
                chip.setToggleGroup(group);
                chip.setSelected(each == picture);
                chip.setOnAction(event -> {
                    chosen = each.name();
                    show();
                });
                offer(chip);
            });
        }
        say(drawn.text(panel.finding()));
        String note = drawn.text(picture.note());
        if (!note.isEmpty()) {
            Label label = new Label(note);
            label.getStyleClass().add("note");
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            getChildren().add(label);
        }
        put(new PictureNode(messages).of(picture));
        shown = new Panel(panel.name(), panel.title(), List.of(picture), panel.firstRows(), panel.finding()).drawing();
    }

    /** Tells what a view of its own shows. */
    final void shows(Drawing drawing) {
        shown = drawing;
    }

    /** What is seen now; empty where it is no picture. */
    final Optional<Drawing> shown() {
        return Optional.ofNullable(shown);
    }
}
