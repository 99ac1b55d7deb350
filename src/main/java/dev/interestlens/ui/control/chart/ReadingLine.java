package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.Numerals;
import dev.interestlens.ui.control.ControlWords;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Point2D;
import javafx.scene.shape.Line;

/** The line at the x that is read out, and the values there in words. */
final class ReadingLine {
    private final DoubleProperty reading = new SimpleDoubleProperty(this, "reading", Double.NaN);
    private final ReadOnlyStringWrapper readout = new ReadOnlyStringWrapper(this, "readout", "");
    private final Line node = new Line();

    ReadingLine() {
        node.getStyleClass().add("chart-cursor");
    }

    Line node() {
        return node;
    }

    /** The x, NaN for none. */
    DoubleProperty readingProperty() {
        return reading;
    }

    /** The values, empty without an x. */
    ReadOnlyStringProperty readoutProperty() {
        return readout.getReadOnlyProperty();
    }

    /** Reads the values of lines that are nearest to the x. */
    void tell(List<MetricSeries> series, boolean times, ControlWords words) {
        List<String> parts = new ArrayList<>();
        for (MetricSeries each : series) {
            int nearest = Double.isNaN(reading.get()) ? -1 : each.nearest(reading.get());
            if (nearest >= 0) {
                double x = each.x()[nearest];
                parts.add(words.text(
                        "control.chart.value",
                        each.name(),
                        Numerals.of(each.y()[nearest]),
                        times ? RoundAxis.time(x, 1) : Numerals.of(x)));
            }
        }
        readout.set(String.join("   ", parts));
    }

    /** Goes to the next value of the first line, or to one before; at first to its last. */
    void step(List<MetricSeries> series, int by) {
        if (!series.isEmpty() && series.get(0).x().length > 0) {
            double[] x = series.get(0).x();
            int at = Double.isNaN(reading.get()) ? x.length - 1 : series.get(0).nearest(reading.get()) + by;
            reading.set(x[Math.max(0, Math.min(x.length - 1, at))]);
        }
    }

    void place(Point2D top, Point2D bottom) {
        node.setStartX(top.getX());
        node.setEndX(top.getX());
        node.setStartY(top.getY());
        node.setEndY(bottom.getY());
    }
}
