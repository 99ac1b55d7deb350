package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.PlacesDrawing;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.data.FigureData;
import dev.interestlens.ui.control.CanvasRegion;
import dev.interestlens.ui.control.ControlWords;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;

/** A chart of positions side by side, one of which is marked: by the pointer, the arrow keys, or a chart that shares the mark. */
public abstract class PlacesChart<D extends FigureData> extends CanvasRegion {
    private final ObjectProperty<D> data;
    private final IntegerProperty marked = new SimpleIntegerProperty(this, "marked", -1);

    protected PlacesChart(String styleClass, ControlWords words, D empty) {
        super(styleClass, words);
        data = new SimpleObjectProperty<>(this, "data", empty);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        data.addListener(change -> {
            marked.set(-1);
            tell("");
            repaint();
        });
        marked.addListener((observed, before, now) -> {
            boolean told = now.intValue() >= 0 && now.intValue() < places();
            tell(told ? painter().describe(now.intValue()).in(words.locale()) : "");
            repaint();
        });
        setOnMouseMoved(event -> {
            int place = place(event.getX());
            marked.set(place >= 0 && place < places() ? place : -1);
        });
        setOnMouseExited(event -> marked.set(-1));
        setOnMouseClicked(event -> requestFocus());
        offer(() -> data().numbers(words.locale()));
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

    /** Draws the data with the marked position. */
    protected abstract PlacesDrawing painter();

    /** Number of positions. */
    protected final int places() {
        return painter().places();
    }

    /** The position at a pixel, which may lie outside of all. */
    protected final int place(double x) {
        PlacesDrawing.Columns columns = painter().columns(ruler(), getWidth(), getHeight());
        return (int) Math.floor((x - columns.first()) / columns.apart());
    }

    @Override
    protected final void paint(Surface surface, double width, double height) {
        painter().paint(surface, width, height);
    }
}
