package dev.interestlens.ui.control;

import java.util.Collection;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
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

    public void setSeries(Collection<XySeries> series) {
        getChildren()
                .setAll(series.stream()
                        .map(each -> entry(each.name(), each.style(), each.shape() != XySeries.Shape.CLOUD))
                        .toList());
    }

    /** A piece of a style's line. */
    public static Canvas sign(int style, boolean line) {
        Canvas canvas = new Canvas(WIDE, HIGH);
        GraphicsContext g = canvas.getGraphicsContext2D();
        if (line) {
            Strokes.use(g, style);
            g.strokeLine(0, HIGH / 2, WIDE, HIGH / 2);
        }
        Strokes.marker(g, style, WIDE / 2, HIGH / 2);
        return canvas;
    }

    /** A piece of a style's line without its marker, for charts that draw none. */
    public static Canvas line(int style) {
        Canvas canvas = new Canvas(WIDE, HIGH);
        Strokes.use(canvas.getGraphicsContext2D(), style);
        canvas.getGraphicsContext2D().strokeLine(0, HIGH / 2, WIDE, HIGH / 2);
        return canvas;
    }

    private static Label entry(String name, int style, boolean line) {
        Label label = new Label(name, sign(style, line));
        label.setGraphicTextGap(6);
        return label;
    }
}
