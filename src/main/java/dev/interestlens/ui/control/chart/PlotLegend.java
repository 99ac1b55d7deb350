package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.Markers;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.XySeries;
import dev.interestlens.ui.control.CanvasSurface;
import java.util.Collection;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** Names of series, each with a piece of its line: colour, dash and marker. */
public final class PlotLegend extends FlowPane {
    private static final double WIDE = 28;
    private static final double HIGH = 12;

    public PlotLegend() {
        super(16, 4);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("chart-legend");
    }

    public void setSeries(Collection<XySeries> series, Locale language) {
        getChildren()
                .setAll(series.stream()
                        .map(each ->
                                entry(each.name().in(language), each.style(), each.shape() != XySeries.Shape.CLOUD))
                        .toList());
    }

    /** A piece of a style's line. */
    public static Canvas sign(int style, boolean line) {
        Canvas canvas = line ? line(style) : new Canvas(WIDE, HIGH);
        Markers.draw(surface(canvas), style, WIDE / 2, HIGH / 2, 1);
        return canvas;
    }

    /** A piece of a style's line without its marker, for charts that draw none. */
    public static Canvas line(int style) {
        Canvas canvas = new Canvas(WIDE, HIGH);
        surface(canvas).line(0, HIGH / 2, WIDE, HIGH / 2, Pen.series(style));
        return canvas;
    }

    private static Surface surface(Canvas canvas) {
        return new CanvasSurface(canvas.getGraphicsContext2D(), Palette.LIGHT, Locale.ROOT, new CanvasSurface.Faces());
    }

    private static Label entry(String name, int style, boolean line) {
        Label label = new Label(name, sign(style, line));
        label.setGraphicTextGap(6);
        return label;
    }
}
