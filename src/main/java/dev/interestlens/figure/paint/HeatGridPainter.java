package dev.interestlens.figure.paint;

import dev.interestlens.figure.Cells;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.GridData;
import dev.interestlens.figure.HeatmapData;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Phrases;
import dev.interestlens.figure.Scale;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.Transform;
import dev.interestlens.figure.ValueColors;

/**
 * Draws heatmaps on one scale, as large as the place allows: a row of the grid stands in one line or several.
 *
 * @param marked the heatmap that stands out, −1 for none
 */
public record HeatGridPainter(GridData data, int marked) implements Drawing {
    private static final double NAME = 22;
    private static final double GAP = 16;
    private static final double LEGEND = 88;
    private static final double LARGEST = 480;
    private static final double SIDE_IN_FILES = 150;
    private static final int MAX_ACROSS = 4;

    /**
     * Where the heatmaps stand.
     *
     * @param across how many stand beside each other
     * @param size of each
     */
    public record Layout(int across, double size) {
        double x(int cell) {
            return cell % across * (size + GAP);
        }

        double y(int cell) {
            int line = cell / across;
            return NAME + line * (size + NAME + GAP);
        }

        /** The heatmap at a place, or −1. */
        public int at(double x, double y, int count) {
            for (int i = 0; i < count; i++) {
                if (x >= x(i) && x < x(i) + size && y >= y(i) - NAME && y < y(i) + size) {
                    return i;
                }
            }
            return -1;
        }
    }

    public HeatGridPainter(GridData data) {
        this(data, -1);
    }

    @Override
    public double width(Surface ruler) {
        int across = Math.max(1, Math.min(MAX_ACROSS, data.columns().size()));
        return across * (Math.max(SIDE_IN_FILES, SIDE_IN_FILES * 2 / across) + GAP) + LEGEND;
    }

    @Override
    public double height(Surface ruler, double width) {
        Layout best = layout(width, Double.MAX_VALUE);
        int count = data.cells().size();
        int across = Math.max(1, Math.min(MAX_ACROSS, data.columns().size()));
        double side = Math.min(best.size(), Math.floor((width - LEGEND) / across - GAP));
        int lines = (count + across - 1) / across;
        return lines * (side + NAME + GAP);
    }

    /** As many beside each other as make them largest, so that no line holds parts of two rows of the grid unless it holds them whole. */
    public Layout layout(double width, double height) {
        int all = data.cells().size();
        int columns = data.columns().size();
        Layout best = new Layout(1, 0);
        for (int count = 1; count <= all; count++) {
            int lines = (all + count - 1) / count;
            double side = Math.floor(
                    Math.min(LARGEST, Math.min((width - LEGEND) / count - GAP, height / lines - NAME - GAP)));
            if ((columns % count == 0 || count % columns == 0) && side > best.size()) {
                best = new Layout(count, side);
            }
        }
        return best;
    }

    @Override
    public void paint(Surface surface, double width, double height) {
        if (data.cells().isEmpty()) {
            return;
        }
        Layout layout = layout(width, height);
        HeatmapData.Range range = data.range();
        ValueColors colors = new ValueColors(Scale.SEQUENTIAL, range, Transform.SQUARE_ROOT);
        for (int i = 0; i < data.cells().size(); i++) {
            cell(surface, data.cells().get(i), colors, layout.x(i), layout.y(i), layout.size(), i == marked);
            surface.text(
                    surface.fit(data.name(i), Letters.PLAIN, layout.size()),
                    Spot.start(layout.x(i), layout.y(i) - NAME / 2),
                    Letters.PLAIN,
                    Ink.Role.INK);
        }
        double legend = layout.across() * (layout.size() + GAP) + 4;
        surface.text(
                Phrase.same("0 – " + Numerals.of(range.high())),
                Spot.start(legend, NAME + 8),
                Letters.PLAIN,
                Ink.Role.FAINT);
        surface.text(
                Phrases.of("transform." + Transform.SQUARE_ROOT),
                Spot.start(legend, NAME + 26),
                Letters.PLAIN,
                Ink.Role.FAINT);
    }

    private static void cell(
            Surface surface, HeatmapData cell, ValueColors colors, double x, double y, double size, boolean strong) {
        int rows = cell.rows().size();
        int columns = cell.columns().size();
        surface.cells(x, y, size, size, new Cells() {
            @Override
            public int rows() {
                return rows;
            }

            @Override
            public int columns() {
                return columns;
            }

            @Override
            public Ink ink(int row, int column) {
                double value = cell.onScale(row, column);
                return Double.isFinite(value) ? colors.of(value) : null;
            }

            @Override
            public Phrase told(int row, int column) {
                return null;
            }
        });
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (cell.isOutside(row, column)) {
                    surface.line(
                            x + size * column / columns,
                            y + size * row / rows,
                            x + size * (column + 1) / columns,
                            y + size * (row + 1) / rows,
                            Pen.thin(Ink.Role.FAINT));
                }
            }
        }
        surface.frame(
                x - .5, y - .5, size + 1, size + 1, strong ? new Pen(Ink.Role.ACCENT, 2) : Pen.thin(Ink.Role.LINE));
    }
}
