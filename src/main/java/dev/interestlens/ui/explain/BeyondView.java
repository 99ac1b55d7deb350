package dev.interestlens.ui.explain;

import dev.interestlens.explain.Impression;
import dev.interestlens.explain.Text;
import dev.interestlens.figure.RowsData;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.control.HistoryRows;
import dev.interestlens.ui.control.KeptFocus;
import java.util.List;
import java.util.function.Consumer;
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
    final Drawn drawn;
    private final FlowPane choices = new FlowPane(8, 4);
    private final Label said = new Label();

    BeyondView(ExplainViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        drawn = new Drawn(messages);
        setSpacing(8);
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.getStyleClass().add("finding");
        choices.managedProperty().bind(choices.visibleProperty());
    }

    /** Draws what is known now. */
    final void show() {
        KeptFocus.during(this::build, choices);
    }

    private void build() {
        getChildren().setAll(choices, said);
        choices.getChildren().clear();
        said.setText("");
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
        Explained now = model.sample().explainedProperty().get();
        return model.beyond().busyProperty().get() || now == null || !now.isWhole();
    }

    final void offer(ButtonBase choice) {
        choice.getStyleClass().add("chip");
        choices.getChildren().add(choice);
    }

    /** Two choices of which one is taken. */
    final void offerSwitch(String first, String second, boolean secondTaken, Consumer<Boolean> taken) {
        ToggleGroup group = new ToggleGroup();
        for (boolean other : new boolean[] {false, true}) {
            ToggleButton chip = new ToggleButton(messages.text(other ? second : first));
            chip.setToggleGroup(group);
            chip.setSelected(other == secondTaken);
            chip.setOnAction(event -> taken.accept(other));
            offer(chip);
        }
    }

    /** Fills what is left. */
    final void put(Node node) {
        VBox.setVgrow(node, Priority.ALWAYS);
        getChildren().add(node);
    }

    final List<Text> titles(Impression impression) {
        return impression.history().stream()
                .map(behaviour -> behaviour.item().title())
                .toList();
    }

    /** Rows of bars over a history, with what is read off them. */
    final void put(HistoryRows rows, Impression impression, List<RowsData.Row> all) {
        Label readout = new Label();
        readout.getStyleClass().add("read-out");
        readout.textProperty().bind(rows.readoutProperty());
        rows.setData(new RowsData(titles(impression), all));
        getChildren().add(readout);
        put(rows);
    }
}
