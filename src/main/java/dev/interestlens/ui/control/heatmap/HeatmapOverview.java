package dev.interestlens.ui.control.heatmap;

import dev.interestlens.figure.Surface;
import dev.interestlens.figure.data.HeatmapData;
import dev.interestlens.figure.data.ValueColors;
import dev.interestlens.figure.paint.HeatmapOverviewPainter;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.RangeStrip;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A wide heatmap as a strip, with a window on the columns that are shown large. */
public final class HeatmapOverview extends RangeStrip {
    private final ObjectProperty<HeatmapData> data = new SimpleObjectProperty<>(this, "data", HeatmapData.empty());
    private final ObjectProperty<ValueColors> colors = new SimpleObjectProperty<>(this, "colors");

    HeatmapOverview(ControlWords words) {
        super("heatmap-overview", words, HeatmapOverviewPainter.HEIGHT);
        Changes.call(this::repaint, data, colors);
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
        if (colors.get() != null) {
            new HeatmapOverviewPainter(data.get(), colors.get(), mark()).paint(surface, width, height);
        }
    }
}
