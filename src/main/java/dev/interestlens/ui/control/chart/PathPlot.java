package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.Surface;
import dev.interestlens.figure.data.PathData;
import dev.interestlens.figure.paint.PathPainter;
import dev.interestlens.ui.control.CanvasRegion;
import dev.interestlens.ui.control.ControlWords;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;

/** Paths in a plane with equal units on both axes; the read-out is of the point nearest to the pointer, and the arrow keys move along a path. */
public final class PathPlot extends CanvasRegion {
    private static final double NEAR = 16;

    private final ObjectProperty<PathData> data = new SimpleObjectProperty<>(this, "data", PathData.empty());
    private final ObjectProperty<PathData.Place> marked = new SimpleObjectProperty<>(this, "marked");

    public PathPlot(ControlWords words) {
        super("path-plot", words);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(320, 180);
        setPrefSize(640, 300);
        data.addListener(change -> {
            marked.set(null);
            repaint();
        });
        marked.addListener((observed, before, now) -> {
            tell(now == null ? "" : describe(now));
            repaint();
        });
        setOnMouseMoved(event -> marked.set(nearest(event.getX(), event.getY())));
        setOnMouseExited(event -> marked.set(null));
        setOnMouseClicked(event -> requestFocus());
        setOnKeyPressed(this::key);
        offer(() -> data.get().numbers(words.locale()));
    }

    public void setData(PathData now) {
        data.set(now);
    }

    @Override
    protected String summary() {
        return words().text("control.path.summary", data.get().tracks().size());
    }

    private PathPainter painter() {
        return new PathPainter(data.get(), marked.get());
    }

    @Override
    protected void paint(Surface surface, double width, double height) {
        painter().paint(surface, width, height);
    }

    private PathData.Place nearest(double x, double y) {
        PathPainter painter = painter();
        return painter.nearest(painter.layout(getWidth(), getHeight()), x, y, NEAR);
    }

    private void key(KeyEvent event) {
        if (data.get().tracks().isEmpty()) {
            return;
        }
        PathData.Place at = marked.get() == null ? new PathData.Place(0, -1) : marked.get();
        int points = data.get().steps().size();
        switch (event.getCode()) {
            case LEFT -> marked.set(new PathData.Place(at.track(), Math.max(0, at.point() - 1)));
            case RIGHT -> marked.set(new PathData.Place(at.track(), Math.min(points, at.point() + 1)));
            case UP -> marked.set(new PathData.Place(Math.max(0, at.track() - 1), Math.max(0, at.point())));
            case DOWN ->
                marked.set(new PathData.Place(
                        Math.min(data.get().tracks().size() - 1, at.track() + 1), Math.max(0, at.point())));
            case ESCAPE -> marked.set(null);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private String describe(PathData.Place place) {
        return painter().describe(place).in(words().locale());
    }
}
