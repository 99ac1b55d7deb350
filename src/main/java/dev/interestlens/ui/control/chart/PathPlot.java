package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.data.PathData;
import dev.interestlens.figure.paint.PathPainter;
import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.MarkedChart;
import javafx.scene.input.KeyCode;

/** Paths in a plane with equal units on both axes; the read-out is of the point nearest to the pointer, and the arrow keys move along a path. */
public final class PathPlot extends MarkedChart<PathData, PathData.Place> {
    private static final double NEAR = 16;

    public PathPlot(ControlWords words) {
        super("path-plot", words, PathData.empty());
        setMinSize(320, 180);
        setPrefSize(640, 300);
    }

    @Override
    protected String summary() {
        return words().text("control.path.summary", data().tracks().size());
    }

    @Override
    protected PathPainter painter() {
        return new PathPainter(data(), marked());
    }

    @Override
    protected PathData.Place at(double x, double y) {
        PathPainter painter = painter();
        return painter.nearest(painter.layout(getWidth(), getHeight()), x, y, NEAR);
    }

    @Override
    protected boolean key(KeyCode code) {
        PathData.Place at = marked() == null ? new PathData.Place(0, -1) : marked();
        return switch (code) {
            case LEFT -> mark(at.track(), at.point() - 1);
            case RIGHT -> mark(at.track(), at.point() + 1);
            case UP -> mark(at.track() - 1, at.point());
            case DOWN -> mark(at.track() + 1, at.point());
            case ESCAPE -> {
                markedProperty().set(null);
                yield true;
            }
            default -> false;
        };
    }

    private boolean mark(int track, int point) {
        boolean any = !data().tracks().isEmpty();
        if (any) {
            markedProperty()
                    .set(new PathData.Place(
                            within(track, data().tracks().size()),
                            within(point, data().steps().size() + 1)));
        }
        return any;
    }

    @Override
    protected String describe(PathData.Place place) {
        return painter().describe(place).in(words().locale());
    }
}
