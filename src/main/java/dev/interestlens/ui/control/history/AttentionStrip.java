package dev.interestlens.ui.control.history;

import dev.interestlens.figure.Surface;
import dev.interestlens.figure.data.AttentionStripData;
import dev.interestlens.figure.paint.AttentionStripPainter;
import dev.interestlens.figure.paint.AttentionStripPainter.Cell;
import dev.interestlens.ui.control.CanvasRegion;
import dev.interestlens.ui.control.ControlWords;
import javafx.scene.AccessibleRole;

/** Attention over a history as it changes during training; the pointer or the arrow keys mark a weight for the read-out. */
public final class AttentionStrip extends CanvasRegion {
    private AttentionStripPainter painter = new AttentionStripPainter(AttentionStripData.empty());

    public AttentionStrip(ControlWords words) {
        super("attention-strip", words);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMouseMoved(event -> read(painter.at(event.getX(), event.getY(), getWidth())));
        setOnMouseExited(event -> read(null));
        setOnMouseClicked(event -> requestFocus());
        setOnKeyPressed(event -> {
            switch (event.getCode()) {
                case LEFT -> step(0, -1);
                case RIGHT -> step(0, 1);
                case UP -> step(-1, 0);
                case DOWN -> step(1, 0);
                case ESCAPE -> read(null);
                default -> {
                    return;
                }
            }
            event.consume();
        });
        offer(() -> painter.data().numbers(words.locale()));
    }

    public void setData(AttentionStripData now) {
        painter = new AttentionStripPainter(now);
        double height = painter.height(ruler(), getWidth());
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        read(null);
        repaint();
    }

    /** Starts at the strongest behaviour of the newest step. */
    private void step(int moments, int behaviours) {
        AttentionStripData data = painter.data();
        if (data.strongest() < 0) {
            return;
        }
        Cell from = painter.marked();
        read(
                from == null
                        ? new Cell(data.moments().size() - 1, data.strongest())
                        : new Cell(
                                within(from.moment() + moments, data.moments().size()),
                                within(
                                        from.behaviour() + behaviours,
                                        data.behaviours().size())));
    }

    private static int within(int place, int count) {
        return Math.max(0, Math.min(count - 1, place));
    }

    private void read(Cell cell) {
        painter = new AttentionStripPainter(painter.data(), cell);
        repaint();
        tell(cell == null ? "" : painter.describe(cell).in(words().locale()));
    }

    @Override
    protected String summary() {
        return words().text(
                        "control.strip.summary",
                        painter.data().behaviours().size(),
                        painter.data().moments().size());
    }

    @Override
    protected void paint(Surface surface, double width, double height) {
        painter.paint(surface, width, height);
    }
}
