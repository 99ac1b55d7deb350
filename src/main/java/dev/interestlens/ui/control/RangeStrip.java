package dev.interestlens.ui.control;

import dev.interestlens.figure.paint.RangeMark;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;

/**
 * A strip over all positions of something long, with a movable window on those shown enlarged. Dragging or the arrow keys move the window, the wheel
 * or + and − change its width, 0 shows all.
 */
public abstract class RangeStrip extends CanvasRegion {
    private static final int NARROWEST = 12;
    private static final double ZOOM = 1.25;

    private final IntegerProperty first = new SimpleIntegerProperty(this, "first", 0);
    private final IntegerProperty count = new SimpleIntegerProperty(this, "count", 0);

    protected RangeStrip(String styleClass, ControlWords words, double height) {
        super(styleClass, words);
        setAccessibleRole(AccessibleRole.SLIDER);
        setMinWidth(160);
        setPrefWidth(640);
        fixHeight(height);
        setCursor(Cursor.H_RESIZE);
        Changes.call(this::repaint, first, count);
        setOnMousePressed(event -> {
            requestFocus();
            center(event.getX());
        });
        setOnMouseDragged(event -> center(event.getX()));
        setOnScroll(event -> {
            zoom(event.getDeltaY() > 0 ? 1 / ZOOM : ZOOM);
            event.consume();
        });
        setOnKeyPressed(this::key);
    }

    protected final void fixHeight(double height) {
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    /** Number of positions. */
    protected abstract int places();

    /** First position of the window. */
    public final IntegerProperty firstProperty() {
        return first;
    }

    /** Positions in the window. */
    public final IntegerProperty countProperty() {
        return count;
    }

    /** Shows a range of positions, within the existing ones. */
    public final void show(int from, int wanted) {
        int all = places();
        int shown = Math.max(Math.min(NARROWEST, all), Math.min(all, wanted));
        count.set(shown);
        first.set(Math.max(0, Math.min(all - shown, from)));
    }

    protected final RangeMark mark() {
        return new RangeMark(first.get(), count.get(), places());
    }

    @Override
    protected String summary() {
        return words().text("control.overview.summary", first.get() + 1, first.get() + count.get(), places());
    }

    private void center(double x) {
        show((int) Math.round(x / getWidth() * places() - count.get() / 2.0), count.get());
    }

    private void zoom(double factor) {
        int middle = first.get() + count.get() / 2;
        int wanted = (int) Math.round(count.get() * factor);
        show(middle - wanted / 2, wanted);
    }

    private void key(KeyEvent event) {
        int step = Math.max(1, count.get() / 8);
        switch (event.getCode()) {
            case LEFT -> show(first.get() - step, count.get());
            case RIGHT -> show(first.get() + step, count.get());
            case HOME -> show(0, count.get());
            case END -> show(Integer.MAX_VALUE / 2, count.get());
            case PLUS, ADD, EQUALS -> zoom(1 / ZOOM);
            case MINUS, SUBTRACT -> zoom(ZOOM);
            case DIGIT0, NUMPAD0 -> show(0, places());
            default -> {
                return;
            }
        }
        event.consume();
    }
}
