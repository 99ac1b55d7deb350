package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.Surface;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.figure.paint.IntervalPainter;
import dev.interestlens.ui.control.CanvasRegion;
import dev.interestlens.ui.control.ControlWords;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;

/** Dots for means and lines for their intervals on one scale with its zero. The pointer or the arrow keys mark a row for the read-out. */
public final class IntervalPlot extends CanvasRegion {
    private final ObjectProperty<IntervalData> data = new SimpleObjectProperty<>(this, "data", IntervalData.empty());
    private int marked = -1;

    public IntervalPlot(ControlWords words) {
        super("interval-plot", words);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        data.addListener((observed, before, now) -> {
            mark(-1);
            setMinHeight(new IntervalPainter(now).height(ruler(), getWidth()));
            setPrefHeight(getMinHeight());
        });
        setMinWidth(260);
        offer(() -> data.get().numbers(words.locale()));
        setOnMouseMoved(event -> mark(painter().rowAt(event.getY())));
        setOnMouseExited(event -> mark(-1));
        setOnMouseClicked(event -> requestFocus());
        setOnKeyPressed(event -> {
            switch (event.getCode()) {
                case UP -> mark(Math.max(0, marked - 1));
                case DOWN -> mark(Math.min(data.get().rows().size() - 1, marked + 1));
                case ESCAPE -> mark(-1);
                default -> {
                    return;
                }
            }
            event.consume();
        });
    }

    public void setData(IntervalData now) {
        data.set(now);
        repaint(); // the same data may be in another language now
    }

    private void mark(int row) {
        marked = row >= 0 && row < data.get().rows().size() ? row : -1;
        tell(marked < 0 ? "" : painter().describe(marked).in(words().locale()));
        repaint();
    }

    @Override
    protected String summary() {
        return words().text("control.interval.summary", data.get().rows().size());
    }

    private IntervalPainter painter() {
        return new IntervalPainter(data.get(), marked);
    }

    @Override
    protected void paint(Surface surface, double width, double height) {
        painter().paint(surface, width, height);
    }
}
