package dev.interestlens.ui.control.heatmap;

import dev.interestlens.figure.HeatmapData;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.ValueColors;
import dev.interestlens.ui.control.CanvasRegion;
import dev.interestlens.ui.control.ControlWords;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;

/**
 * A wide heatmap as a strip, with a window on the columns that are shown large. Dragging or the arrow keys move the window, the wheel or + and − change its
 * width.
 */
public final class HeatmapOverview extends CanvasRegion {
    private static final int NARROWEST = 12;
    private static final double ZOOM = 1.25;

    private final ObjectProperty<HeatmapData> data = new SimpleObjectProperty<>(this, "data", HeatmapData.empty());
    private final ObjectProperty<ValueColors> colors = new SimpleObjectProperty<>(this, "colors");
    private final IntegerProperty first = new SimpleIntegerProperty(this, "first", 0);
    private final IntegerProperty count = new SimpleIntegerProperty(this, "count", 0);

    HeatmapOverview(ControlWords words) {
        super("heatmap-overview", words);
        setAccessibleRole(AccessibleRole.SLIDER);
        setMinSize(160, 36);
        setPrefSize(640, 36);
        setMaxHeight(36);
        setCursor(Cursor.H_RESIZE);
        data.addListener(change -> repaint());
        colors.addListener(change -> repaint());
        first.addListener(change -> repaint());
        count.addListener(change -> repaint());
        setOnMousePressed(event -> {
            requestFocus();
            center(event.getX());
        });
        setOnMouseDragged(event -> center(event.getX()));
        setOnScroll(event -> zoom(event.getDeltaY() > 0 ? 1 / ZOOM : ZOOM));
        setOnKeyPressed(this::key);
    }

    ObjectProperty<HeatmapData> dataProperty() {
        return data;
    }

    ObjectProperty<ValueColors> colorsProperty() {
        return colors;
    }

    /** First column of the window. */
    IntegerProperty firstProperty() {
        return first;
    }

    /** Columns in the window. */
    IntegerProperty countProperty() {
        return count;
    }

    /** Shows a number of columns from one on, as far as there are any. */
    void show(int from, int columns) {
        int all = data.get().columns().size();
        int shown = Math.max(Math.min(NARROWEST, all), Math.min(all, columns));
        count.set(shown);
        first.set(Math.max(0, Math.min(all - shown, from)));
    }

    @Override
    protected String summary() {
        return words().text(
                        "control.overview.summary",
                        first.get() + 1,
                        first.get() + count.get(),
                        data.get().columns().size());
    }

    @Override
    protected void paint(Surface surface, double width, double height) {
        HeatmapData now = data.get();
        if (now.isEmpty() || colors.get() == null) {
            return;
        }
        int rows = now.rows().size();
        int columns = now.columns().size();
        for (int column = 0; column < columns; column++) {
            double from = Math.floor(width * column / columns);
            double to = Math.max(from + 1, Math.floor(width * (column + 1) / columns));
            for (int row = 0; row < rows; row++) {
                double value = now.onScale(row, column);
                if (Double.isFinite(value)) {
                    double top = 4 + (height - 8) * row / rows;
                    surface.rect(
                            from,
                            top,
                            to - from,
                            Math.max(1, (height - 8) / rows + .5),
                            colors.get().of(value));
                }
            }
        }
        surface.frame(.5, 4.5, width - 1, height - 9, Pen.thin(Ink.Role.LINE));
        double from = width * first.get() / columns;
        double to = width * (first.get() + count.get()) / columns;
        surface.rect(0, 3, from, height - 6, Ink.Role.PAPER.faded(0.55));
        surface.rect(to, 3, width - to, height - 6, Ink.Role.PAPER.faded(0.55));
        surface.roundFrame(from + 1, 2, Math.max(4, to - from - 2), height - 4, 2, new Pen(Ink.Role.ACCENT, 2));
    }

    private void center(double x) {
        int all = data.get().columns().size();
        show((int) Math.round(x / getWidth() * all - count.get() / 2.0), count.get());
    }

    private void zoom(double factor) {
        int middle = first.get() + count.get() / 2;
        int columns = (int) Math.round(count.get() * factor);
        show(middle - columns / 2, columns);
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
            default -> {
                return;
            }
        }
        event.consume();
    }
}
