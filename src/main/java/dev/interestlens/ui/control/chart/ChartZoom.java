package dev.interestlens.ui.control.chart;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * The visible part of a chart's horizontal axis. Dragging zooms into a part, with Shift it pans; the wheel with Alt zooms, a double click shows all.
 * Keys: + and − zoom, Shift with the arrow keys moves, 0 shows all.
 */
final class ChartZoom {
    private static final double NO_DRAG = 5;
    private static final double KEY_FACTOR = 0.5;
    private static final double WHEEL_FACTOR = 0.8;
    private static final double KEY_MOVE = 0.25;

    private final Supplier<Span> whole;
    private final DoubleUnaryOperator valueAt;
    private final ObjectProperty<Span> view = new SimpleObjectProperty<>(this, "view");
    private final Rectangle chosen = new Rectangle();
    private double pressed = Double.NaN;
    private Span before;

    /**
     * @param valueAt the axis value at an x coordinate, also outside the chart
     * @param whole the full range
     */
    ChartZoom(Region chart, DoubleUnaryOperator valueAt, Supplier<Span> whole) {
        this.valueAt = valueAt;
        this.whole = whole;
        chosen.getStyleClass().add("chart-brush");
        chosen.setManaged(false);
        chosen.setVisible(false);
        chosen.heightProperty().bind(chart.heightProperty());
        chart.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        chart.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        chart.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
        chart.addEventFilter(ScrollEvent.SCROLL, this::scroll);
    }

    /** The visible part, null for all. */
    ObjectProperty<Span> viewProperty() {
        return view;
    }

    /** The rectangle over the part being chosen. */
    Rectangle brush() {
        return chosen;
    }

    /** The visible part. */
    Span seen() {
        return view.get() == null ? whole.get() : view.get();
    }

    private void press(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (event.getClickCount() == 2) {
            view.set(null);
            return;
        }
        pressed = event.getX();
        before = seen();
    }

    private void drag(MouseEvent event) {
        if (Double.isNaN(pressed)) {
            return;
        }
        if (event.isShiftDown()) {
            chosen.setVisible(false);
            double perPixel = (valueAt.applyAsDouble(pressed + 1) - valueAt.applyAsDouble(pressed));
            if (view.get() != null) {
                view.set(before.moved((pressed - event.getX()) * perPixel, whole.get()));
            }
        } else {
            chosen.setX(Math.min(pressed, event.getX()));
            chosen.setWidth(Math.abs(event.getX() - pressed));
            chosen.setVisible(chosen.getWidth() > NO_DRAG);
        }
        event.consume();
    }

    private void release(MouseEvent event) {
        if (chosen.isVisible()) {
            Span all = whole.get();
            double from = Math.max(all.from(), valueAt.applyAsDouble(chosen.getX()));
            double to = Math.min(all.to(), valueAt.applyAsDouble(chosen.getX() + chosen.getWidth()));
            if (from < to) {
                view.set(new Span(from, to).zoomed(1, (from + to) / 2, all));
            }
            event.consume();
        }
        chosen.setVisible(false);
        pressed = Double.NaN;
    }

    private void scroll(ScrollEvent event) {
        double turned = event.getDeltaY() == 0
                ? event.getDeltaX()
                : event.getDeltaY(); // some systems turn the wheel with Alt into horizontal scrolling
        if (event.isAltDown() && turned != 0) {
            double about = valueAt.applyAsDouble(event.getX());
            view.set(seen().zoomed(turned > 0 ? WHEEL_FACTOR : 1 / WHEEL_FACTOR, about, whole.get()));
            event.consume();
        }
    }

    /**
     * Handles a key.
     *
     * @param about the fixed point, NaN for the middle
     * @return whether the key was handled
     */
    boolean key(KeyEvent event, double about) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        switch (event.getCode()) {
            case PLUS, EQUALS, ADD -> byHalf(true, about);
            case MINUS, SUBTRACT -> byHalf(false, about);
            case DIGIT0, NUMPAD0 -> view.set(null);
            case LEFT, RIGHT -> {
                if (!event.isShiftDown()) {
                    return false;
                }
                move(event.getCode() == KeyCode.LEFT ? -KEY_MOVE : KEY_MOVE);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Zooms by a factor of two; the given value is fixed if it is visible, else the middle. */
    void byHalf(boolean closer, double about) {
        Span now = seen();
        double around = now.has(about) ? about : (now.from() + now.to()) / 2;
        view.set(now.zoomed(closer ? KEY_FACTOR : 1 / KEY_FACTOR, around, whole.get()));
    }

    private void move(double share) {
        if (view.get() != null) {
            view.set(view.get().moved(share * view.get().width(), whole.get()));
        }
    }
}
