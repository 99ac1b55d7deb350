package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Thinning;
import dev.interestlens.ui.control.heatmap.ColorScale;
import io.fair_acc.chartfx.renderer.ErrorStyle;
import io.fair_acc.chartfx.renderer.spi.ErrorDataSetRenderer;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.dataset.spi.DoubleDataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.scene.paint.Color;

/**
 * The lines of a metric chart as data sets of the chart library, of at most {@value #POINTS} points each: one per series, and for a noisy one its
 * range and its smoothed line.
 */
final class MetricLines {
    static final int POINTS = 1_200;

    private static final double RANGE_OPACITY = 0.28;

    private final ErrorDataSetRenderer renderer = new ErrorDataSetRenderer();
    private final List<DoubleDataSet> lines = new ArrayList<>();
    private Span seen;
    private double window;

    MetricLines() {
        renderer.setErrorStyle(ErrorStyle.NONE);
        renderer.setDrawMarker(false);
        renderer.setPointReduction(false);
        renderer.setAllowNaNs(true);
    }

    ErrorDataSetRenderer renderer() {
        return renderer;
    }

    /** Points of all lines together. */
    int points() {
        return lines.stream().mapToInt(DoubleDataSet::getDataCount).sum();
    }

    /**
     * Replaces what is drawn.
     *
     * @param part visible part of the axis, null for all of it
     * @param width time constant of the smoothing along the axis
     */
    void show(List<MetricSeries> series, Span part, double width) {
        seen = part;
        window = width;
        int used = 0;
        for (MetricSeries each : series) {
            used = draw(each, used);
        }
        while (lines.size() > used) {
            renderer.getDatasets().remove(lines.remove(lines.size() - 1));
        }
    }

    private int draw(MetricSeries whole, int line) {
        MetricSeries each = seen == null ? whole : whole.within(seen);
        Color color = ColorScale.series(each.color());
        Thinning.Line points = Thinning.envelope(each.x(), each.y(), POINTS / 2);
        if (!each.noisy()) {
            draw(line, each.name(), points, color, each.dots() == MetricSeries.Dots.HOLLOW ? 1 : 2, each);
            return line + 1;
        }
        draw(line, each.name(), points, color.deriveColor(0, 1, 1, RANGE_OPACITY), 1, null);
        draw(line + 1, each.name(), smoothed(whole), color, 2, each);
        return line + 2;
    }

    /** Smooths all values, so that the line does not depend on the visible part. */
    private Thinning.Line smoothed(MetricSeries whole) {
        if (seen == null) {
            return Thinning.smooth(whole.x(), whole.y(), POINTS / 2, window);
        }
        double[] calm =
                Thinning.smooth(whole.x(), whole.y(), whole.x().length, window).y();
        MetricSeries part = new MetricSeries(whole.name(), whole.x(), calm, 0, false, false, -1).within(seen);
        return Thinning.envelope(part.x(), part.y(), POINTS / 2);
    }

    /** @param dash the series whose dash pattern the line has, null for none */
    private void draw(int line, String name, Thinning.Line points, Color color, double width, MetricSeries dash) {
        if (line == lines.size()) {
            DoubleDataSet added = new DoubleDataSet(name + "#" + line);
            lines.add(added);
            renderer.getDatasets().add(added);
        }
        lines.get(line).set(points.x(), points.y());
        for (DataSetNode node : renderer.getDatasetNodes()) {
            if (node.getDataSet() == lines.get(line)) {
                node.setLineColor(color);
                node.setLineWidth(width);
                node.setLineDashArray(dash == null ? null : dashes(dash));
            }
        }
    }

    private static Number[] dashes(MetricSeries series) {
        double[] dash = Pen.series(series.color()).dashes();
        return series.dashed() && dash.length > 0
                ? DoubleStream.of(dash).boxed().toArray(Number[]::new)
                : null;
    }
}
