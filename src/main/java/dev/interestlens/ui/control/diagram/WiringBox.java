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
    private static final double GAP = 6;

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

    /** With the note below the title or beside it, whichever is lower. */
    double lowHeight(double width) {
        double beside = up() + title.prefHeight(besideNote(width - across()));
        return Math.ceil(Math.min(beside, prefHeight(width)));
    }

    /** Width of the title beside the note. */
    private double besideNote(double room) {
        return note.isManaged() ? room - GAP - Math.ceil(note.prefWidth(-1)) : room;
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
            double first = Math.min(Math.ceil(title.prefWidth(-1)), besideNote(room));
            title.resizeRelocate(left, getInsets().getTop(), first, getHeight() - up());
            note.resizeRelocate(left + first + GAP, getInsets().getTop(), room - first - GAP, getHeight() - up());
            return;
        }
        double top = Math.round(getInsets().getTop() + (getHeight() - whole) / 2);
        title.resizeRelocate(left, top, room, titleHeight(getWidth()));
        note.resizeRelocate(left, top + titleHeight(getWidth()), room, note.prefHeight(room));
    }
}
