package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.NumberTable;
import dev.interestlens.ui.control.CanvasRegion;
import dev.interestlens.ui.control.ControlWords;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;

/** A chart of positions side by side, one of which is marked: by the pointer, the arrow keys, or a chart that shares the mark. */
public abstract class PlacesChart<D> extends CanvasRegion {
    private final ObjectProperty<D> data;
    private final IntegerProperty marked = new SimpleIntegerProperty(this, "marked", -1);

    protected PlacesChart(String styleClass, ControlWords words, D empty) {
        super(styleClass, words);
        data = new SimpleObjectProperty<>(this, "data", empty);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        data.addListener(change -> {
            marked.set(-1);
            repaint();
        });
        words.language().addListener(change -> repaint());
        marked.addListener((observed, before, now) -> {
            tell(now.intValue() < 0 ? "" : describe(now.intValue()));
            repaint();
        });
        setOnMouseMoved(event -> {
            int place = (int) Math.floor((event.getX() - firstX()) / placeWidth());
            marked.set(place >= 0 && place < places() ? place : -1);
        });
        setOnMouseExited(event -> marked.set(-1));
        setOnMouseClicked(event -> requestFocus());
        offer(this::numbers);
        setOnKeyPressed(event -> {
            int last = places() - 1;
            switch (event.getCode()) {
                case LEFT -> marked.set(Math.max(Math.min(0, last), marked.get() - 1));
                case RIGHT -> marked.set(Math.min(last, marked.get() + 1));
                case ESCAPE -> marked.set(-1);
                default -> {
                    return;
                }
            }
            event.consume();
        });
    }

    public final ObjectProperty<D> dataProperty() {
        return data;
    }

    public final void setData(D now) {
        data.set(now);
    }

    /** The marked position, −1 for none; several charts share it by binding. */
    public final IntegerProperty markedProperty() {
        return marked;
    }

    protected final D data() {
        return data.get();
    }

    protected final int marked() {
        return marked.get();
    }

    /** Number of positions. */
    protected abstract int places();

    /** The left edge of the first position in pixels. */
    protected abstract double firstX();

    /** The width of a position in pixels. */
    protected abstract double placeWidth();

    /** All values, one row per position. */
    protected abstract NumberTable numbers();

    /** The values at a position as text. */
    protected abstract String describe(int place);
}
