package dev.interestlens.ui.control;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.data.FigureData;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;

/**
 * A chart one part of which is marked, by the pointer or the keys, and read out. A click chooses the part under the pointer.
 *
 * @param <D> what it is drawn of
 * @param <P> a part of the chart
 */
public abstract class MarkedChart<D extends FigureData, P> extends CanvasRegion {
    private final ObjectProperty<D> data;
    private final ObjectProperty<P> marked = new SimpleObjectProperty<>(this, "marked");

    protected MarkedChart(String styleClass, ControlWords words, D empty) {
        super(styleClass, words);
        data = new SimpleObjectProperty<>(this, "data", empty);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        data.addListener((observed, before, now) -> {
            marked.set(null);
            tell("");
            repaint();
        });
        marked.addListener((observed, before, now) -> {
            tell(now == null ? "" : describe(now));
            repaint();
        });
        setOnMouseMoved(event -> marked.set(at(event.getX(), event.getY())));
        setOnMouseExited(event -> marked.set(null));
        setOnMouseClicked(event -> {
            requestFocus();
            Optional.ofNullable(at(event.getX(), event.getY())).ifPresent(this::choose);
        });
        setOnKeyPressed(event -> {
            if (key(event.getCode())) {
                event.consume();
            }
        });
        offer(() -> data().numbers(words.locale()));
    }

    public final ObjectProperty<D> dataProperty() {
        return data;
    }

    public final void setData(D now) {
        data.set(now);
        repaint(); // the same data may be in another language now
    }

    protected final D data() {
        return data.get();
    }

    /** The part under the pointer or the keyboard, or null. */
    public final ObjectProperty<P> markedProperty() {
        return marked;
    }

    protected final P marked() {
        return marked.get();
    }

    /** The part at a place, or null. */
    protected abstract P at(double x, double y);

    /** What is read out of a part. */
    protected abstract String describe(P part);

    /** Marks another part or chooses the marked one; returns whether the key has a meaning here. */
    protected abstract boolean key(KeyCode code);

    protected void choose(P part) {}

    protected abstract Drawing painter();

    @Override
    protected void paint(Surface surface, double width, double height) {
        painter().paint(surface, width, height);
    }

    /** The place of one of so many, nearest to a number. */
    protected static int within(int place, int count) {
        return Math.max(0, Math.min(count - 1, place));
    }
}
