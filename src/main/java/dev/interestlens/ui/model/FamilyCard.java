package dev.interestlens.ui.model;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/** A family to choose: its name and what it does, as high as its words are in its width. */
final class FamilyCard extends ToggleButton {
    private static final double WIDTH = 210;

    private final VBox words;

    FamilyCard(Messages messages, String id) {
        Label name = Worded.wrap(Worded.label(messages.bindFamily(id, "title"), "title"));
        Label about = Worded.wrap(Worded.label(messages.bindFamily(id, "about"), "note"));
        about.getStyleClass().add("roomy");
        Presence.whileVisible(about);
        words = new VBox(4, name, about);
        words.setPrefWidth(WIDTH);
        setGraphic(words);
        getStyleClass().add("family");
        setId("family-" + id);
        accessibleTextProperty().bind(messages.bindFamily(id, "title"));
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        setMinHeight(USE_PREF_SIZE);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width < 0 ? WIDTH : width - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + words.prefHeight(room) + snappedBottomInset();
    }
}
