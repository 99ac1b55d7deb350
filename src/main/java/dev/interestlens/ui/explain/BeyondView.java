package dev.interestlens.ui.explain;

import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.figure.Drawing;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.FocusKeeper;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.explain.engine.ExplainTexts;
import dev.interestlens.ui.explain.engine.ExplainedSample;
import dev.interestlens.ui.explain.picture.PictureNode;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A view of a further analysis: choices at the top, the finding as text, and below it the evidence; or the words where there is none. */
class BeyondView extends VBox {
    private static final int MAX_CHIPS = 3;

    final ExplainViewModel model;
    final Messages messages;
    final ExplainTexts drawn;
    private final Side side;
    private final FlowPane choices = new FlowPane(8, 4);
    private final Label said = Worded.wrap(Worded.text("", "finding"));
    private String chosen = "";
    private Drawing shown;

    BeyondView(Side side, ExplainViewModel model, Messages messages) {
        this.side = side;
        this.model = model;
        this.messages = messages;
        drawn = new ExplainTexts(messages);
        choices.getStyleClass().add("choices");
        setSpacing(8);
    }

    /** Shows the current results. */
    final void show() {
        FocusKeeper.during(this::build, choices);
    }

    private void build() {
        getChildren().setAll(said);
        choices.getChildren().clear();
        said.setText("");
        shown = null;
        draw();
        if (choices.getChildren().size() > MAX_CHIPS) {
            choices.getChildren().setAll(folded());
        }
        Presence.set(choices, !choices.getChildren().isEmpty());
    }

    /** Many choices in one menu, which names the chosen one. */
    private MenuButton folded() {
        MenuButton menu = new MenuButton();
        menu.getStyleClass().addAll("chip", "menu-chip");
        for (Node each : choices.getChildren()) {
            ButtonBase choice = (ButtonBase) each;
            boolean chosen = choice instanceof ToggleButton toggle && toggle.isSelected();
            MenuItem item =
                    choice instanceof ToggleButton ? radio(choice.getText(), chosen) : new MenuItem(choice.getText());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> choice.fire());
            if (chosen) {
                menu.setText(choice.getText());
            }
            menu.getItems().add(item);
        }
        if (menu.getText().isEmpty()) { // something that is none of them, which the last one asks for
            menu.setText(menu.getItems().get(menu.getItems().size() - 1).getText());
        }
        return menu;
    }

    private static RadioMenuItem radio(String text, boolean chosen) {
        RadioMenuItem item = new RadioMenuItem(text);
        item.setSelected(chosen);
        return item;
    }

    void draw() {
        model.beyond().panel().ifPresentOrElse(this::put, this::missing);
    }

    /** The choices within this view, for the bar above it. */
    final Node choices() {
        return choices;
    }

    final void say(String text) {
        said.setText(text);
    }

    /** Says that something is being measured, or else why there is nothing, with a button to the screen on which it can be made. */
    private void missing() {
        boolean waits = isBusy() && side.measure().isPresent();
        say(messages.text(waits ? "explain.beyond.busy" : side.missing()));
        side.place().filter(place -> !waits).ifPresent(place -> {
            Button go = new Button(messages.text(side.button()));
            go.setOnAction(event -> model.beyond().go(place));
            offer(go);
        });
    }

    private boolean isBusy() {
        ExplainedSample now = model.sample().explainedProperty().get();
        return model.beyond().busyProperty().get() || now == null || !now.isWhole();
    }

    final void offer(ButtonBase choice) {
        choice.getStyleClass().add("chip");
        choices.getChildren().add(choice);
    }

    /** Fills the remaining space. */
    final void put(Node node) {
        VBox.setVgrow(node, Priority.ALWAYS);
        getChildren().add(node);
    }

    /** Shows a panel of {@code explain}: its finding, and the chosen figure with its notes. */
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
            Label label = Worded.wrap(Worded.text(note, "note"));
            getChildren().add(label);
        }
        put(new PictureNode(messages).of(picture));
        shown = new Panel(panel.name(), panel.title(), List.of(picture), panel.firstRows(), panel.finding()).drawing();
    }

    /** Sets the figure of a view with its own content. */
    final void shows(Drawing drawing) {
        shown = drawing;
    }

    /** The current figure; empty where there is none. */
    final Optional<Drawing> shown() {
        return Optional.ofNullable(shown);
    }
}
