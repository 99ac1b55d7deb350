package dev.interestlens.ui.control.history;

import dev.interestlens.figure.Surface;
import dev.interestlens.figure.data.AttentionStripData;
import dev.interestlens.figure.paint.AttentionStripPainter;
import dev.interestlens.figure.paint.AttentionStripPainter.Cell;
import dev.interestlens.ui.control.CanvasRegion;
import dev.interestlens.ui.control.ControlWords;
import javafx.scene.AccessibleRole;

/** Attention over a history as it changes during training; the pointer reads a weight. */
public final class AttentionStrip extends CanvasRegion {
    private AttentionStripPainter painter = new AttentionStripPainter(AttentionStripData.empty());

    public AttentionStrip(ControlWords words) {
        super("attention-strip", words);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMouseMoved(event -> read(painter.at(event.getX(), event.getY(), getWidth())));
        setOnMouseExited(event -> read(null));
        setOnMouseClicked(event -> requestFocus());
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

    private void read(Cell cell) {
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
