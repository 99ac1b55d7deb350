package dev.interestlens.ui.control.chart;

import dev.interestlens.ui.control.heatmap.ColorScale;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/** A dot at a value of a line, or the ring around its best value. */
record ChartMark(Circle node, double x, double y) {
    private static final double RING = 6;
    private static final double DOT = 2.5;

    /** With more values no dots are drawn, since they would merge into a line. */
    private static final int MAX_DOTS = 80;

    static List<ChartMark> of(MetricSeries series) {
        List<ChartMark> marks = new ArrayList<>();
        Color color = ColorScale.series(series.color());
        if (series.dots() != MetricSeries.Dots.NONE && series.x().length <= MAX_DOTS) {
            boolean full = series.dots() == MetricSeries.Dots.FULL;
            for (int i = 0; i < series.x().length; i++) {
                if (Double.isFinite(series.y()[i])) {
                    marks.add(mark(series, i, DOT, color, full ? color : Color.TRANSPARENT, 1));
                }
            }
        }
        if (series.best() >= 0) {
            marks.add(mark(series, series.best(), RING, color, Color.TRANSPARENT, 2.5));
        }
        return marks;
    }

    private static ChartMark mark(MetricSeries series, int at, double radius, Color color, Color inside, double line) {
        Circle circle = new Circle(radius, inside);
        circle.setStroke(color);
        circle.setStrokeWidth(line);
        return new ChartMark(circle, series.x()[at], series.y()[at]);
    }
}
