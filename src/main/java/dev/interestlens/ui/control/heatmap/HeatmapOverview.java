package dev.interestlens.ui.control.heatmap;

import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.data.HeatmapData;
import dev.interestlens.figure.data.ValueColors;
import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.RangeStrip;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A wide heatmap as a strip, with a window on the columns that are shown large. */
public final class HeatmapOverview extends RangeStrip {
    private static final double HEIGHT = 36;

    private final ObjectProperty<HeatmapData> data = new SimpleObjectProperty<>(this, "data", HeatmapData.empty());
    private final ObjectProperty<ValueColors> colors = new SimpleObjectProperty<>(this, "colors");

    HeatmapOverview(ControlWords words) {
        super("heatmap-overview", words, HEIGHT);
        data.addListener(change -> repaint());
        colors.addListener(change -> repaint());
    }

    ObjectProperty<HeatmapData> dataProperty() {
        return data;
    }

    ObjectProperty<ValueColors> colorsProperty() {
        return colors;
    }

    @Override
    protected int places() {
        return data.get().columns().size();
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
        mark().paint(surface, width, 2, height - 4);
    }
}
