package dev.interestlens.ui.control.chart;

import dev.interestlens.ui.control.heatmap.ColorScale;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Line;

/** Names of the lines of a chart, each with a piece of its line. */
public final class ChartLegend extends FlowPane {
    public ChartLegend() {
        super(16, 4);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("chart-legend");
    }

    public void setSeries(List<MetricSeries> series) {
        getChildren().setAll(series.stream().map(ChartLegend::entry).toList());
    }

    private static Label entry(MetricSeries series) {
        Line piece = new Line(0, 0, 18, 0);
        piece.setStroke(ColorScale.series(series.color()));
        piece.setStrokeWidth(2.5);
        if (series.dashed()) {
            piece.getStrokeDashArray().setAll(6.0, 4.0);
        }
        Label label = new Label(series.name(), piece);
        label.setGraphicTextGap(6);
        return label;
    }
}
