package dev.interestlens.figure.paint;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.data.HeatmapData;
import dev.interestlens.figure.data.ValueColors;

/**
 * Draws a wide heatmap as a strip of cells without labels.
 *
 * @param shown the columns that are shown large, null for none
 */
public record HeatmapOverviewPainter(HeatmapData data, ValueColors colors, RangeMark shown) implements Drawing {
    public static final double HEIGHT = 36;

    private static final double EDGE = 4;

    @Override
    public double width(Surface ruler) {
        return 1000;
    }

    @Override
    public double height(Surface ruler, double width) {
        return HEIGHT;
    }

    @Override
    public void paint(Surface surface, double width, double height) {
        if (data.isEmpty()) {
            return;
        }
        int columns = data.columns().size();
        for (int column = 0; column < columns; column++) {
            double from = Math.floor(width * column / columns);
            double to = Math.max(from + 1, Math.floor(width * (column + 1) / columns));
            column(surface, column, from, to - from, height - 2 * EDGE);
        }
        surface.frame(.5, EDGE + .5, width - 1, height - 2 * EDGE - 1, Pen.thin(Ink.Role.LINE));
        if (shown != null) {
            shown.paint(surface, width, 2, height - 4);
        }
    }

    private void column(Surface surface, int column, double x, double wide, double room) {
        int rows = data.rows().size();
        double high = Math.max(1, room / rows + .5);
        for (int row = 0; row < rows; row++) {
            double value = data.onScale(row, column);
            if (Double.isFinite(value)) {
                surface.rect(x, EDGE + room * row / rows, wide, high, colors.of(value));
            }
        }
    }
}
