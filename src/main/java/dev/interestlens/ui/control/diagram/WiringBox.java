package dev.interestlens.ui.control.diagram;

import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.diagram.WiringData.Box;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** A box with its title, and its note below that, or beside it where the box is low. */
final class WiringBox extends Region {
    private static final double GAP = 8;

    private final Label title;
    private final Label note;

    WiringBox(Box box) {
        title = Worded.text(box.title(), "title");
        note = Worded.text(box.note(), "note");
        title.setWrapText(true);
        note.setWrapText(true);
        Presence.withWords(note);
        getChildren().setAll(title, note);
        getStyleClass().addAll("wiring-box", "wiring-" + box.kind().name().toLowerCase(Locale.ROOT));
        Tooltip.install(this, new Tooltip(box.detail()));
    }

    private double across() {
        Insets around = getInsets();
        return around.getLeft() + around.getRight();
    }

    private double up() {
        Insets around = getInsets();
        return around.getTop() + around.getBottom();
    }

    /** With all words in one line, if that has room in this width. */
    double lowHeight(double width) {
        double line = across() + title.prefWidth(-1) + (note.isManaged() ? GAP + note.prefWidth(-1) : 0);
        return Math.ceil(line <= width ? up() + title.prefHeight(-1) : prefHeight(width));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** With the note below the title. */
    @Override
    protected double computePrefHeight(double width) {
        return up() + titleHeight(width) + (note.isManaged() ? note.prefHeight(width - across()) : 0);
    }

    private double titleHeight(double width) {
        return title.prefHeight(width - across());
    }

    @Override
    protected void layoutChildren() {
        double left = getInsets().getLeft();
        double room = getWidth() - across();
        double whole = prefHeight(getWidth());
        if (getHeight() < whole) {
            double first = Math.ceil(title.prefWidth(-1));
            title.resizeRelocate(left, getInsets().getTop(), first, getHeight() - up());
            note.resizeRelocate(left + first + GAP, getInsets().getTop(), room - first - GAP, getHeight() - up());
            return;
        }
        double top = Math.round(getInsets().getTop() + (getHeight() - whole) / 2);
        title.resizeRelocate(left, top, room, titleHeight(getWidth()));
        note.resizeRelocate(left, top + titleHeight(getWidth()), room, note.prefHeight(room));
    }
}
