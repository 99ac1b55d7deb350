package dev.interestlens.ui.control.form;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;

/** The help below a field, in whose place stands what is wrong with the entry; so the fields below stay where they are. */
final class FieldNote extends Pane {
    /** Distance to the next field, into which a longer error may reach. */
    private static final double BELOW = 20;

    private final Label help;
    private final Label error;

    FieldNote(Label help, Label error) {
        this.help = help;
        this.error = error;
        help.visibleProperty().bind(error.textProperty().isEmpty());
        error.visibleProperty().bind(error.textProperty().isNotEmpty());
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(error.textProperty());
        whole.setWrapText(true);
        whole.setMaxWidth(360);
        error.setTooltip(whole);
        error.setAlignment(Pos.TOP_LEFT);
        setMinWidth(0);
        getChildren().setAll(help, error);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return help.prefWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return help.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        help.resizeRelocate(0, 0, getWidth(), getHeight());
        error.resizeRelocate(0, 0, getWidth(), Math.min(error.prefHeight(getWidth()), getHeight() + BELOW));
    }
}
