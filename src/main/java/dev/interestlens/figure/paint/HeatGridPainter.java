package dev.interestlens.figure.paint;

import dev.interestlens.figure.Cells;
import dev.interestlens.figure.Drawing;
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
import dev.interestlens.figure.data.GridData;
import dev.interestlens.figure.data.HeatmapData;
import dev.interestlens.figure.data.ValueColors;
import java.util.List;

/**
 * Draws heat maps on one scale, as large as possible; a row of the grid takes one or several lines.
 *
 * @param marked the heatmap that stands out, −1 for none
 */
public record HeatGridPainter(GridData data, int marked) implements Drawing {
    /** How colours follow the values. */
    public static final Transform TRANSFORM = Transform.SQUARE_ROOT;

    private static final double NAME = 22;
    private static final double GAP = 16;
    private static final double LEGEND = 88;
    private static final double LARGEST = 480;
    private static final double SIDE_IN_FILES = 150;
    private static final int MAX_ACROSS = 4;

    /** Size of the legend's colours. */
    private static final int RAMP = 64;

    private static final double BAR = 12;

    /** The weight of a size where lines mix rows of the grid. */
    private static final double MIXED = 0.8;

    /**
     * The layout of the heat maps.
     *
     * @param across how many are in a line
     * @param size of each
     * @param below whether the legend is below them; else at their right
     */
    public record Layout(int across, double size, boolean below) {
        double x(int cell) {
            return cell % across * (size + GAP);
        }

        double y(int cell) {
            int line = cell / across;
            return NAME + line * (size + NAME + GAP);
        }

        /** The heat map at a position, or −1. */
        public int at(double x, double y, int count) {
            for (int i = 0; i < count; i++) {
                if (x >= x(i) && x < x(i) + size && y >= y(i) - NAME && y < y(i) + size) {
                    return i;
                }
            }
            return -1;
        }
    }

    @Override
    public double width(Surface ruler) {
        int across = Math.max(1, Math.min(MAX_ACROSS, data.columns().size()));
        return across * (Math.max(SIDE_IN_FILES, SIDE_IN_FILES * 2 / across) + GAP) + LEGEND;
    }

    @Override
    public double height(Surface ruler, double width) {
        int count = data.cells().size();
        int across = Math.max(1, Math.min(MAX_ACROSS, data.columns().size()));
        double side = Math.min(LARGEST, Math.floor((width - LEGEND) / across - GAP));
        int lines = (count + across - 1) / across;
        return lines * (side + NAME + GAP);
    }

    /**
     * The number of heat maps in a line and the position of the legend that make them largest. A line holds parts of two rows of the grid only where
     * that makes them much larger.
     */
    public Layout layout(double width, double height) {
        int columns = data.columns().size();
        Layout best = new Layout(1, 0, false);
        double most = 0;
        for (boolean below : new boolean[] {false, true}) {
            for (int count = 1; count <= data.cells().size(); count++) {
                double side = side(width, height, count, below);
                boolean whole = columns % count == 0 || count % columns == 0;
                double worth = whole ? side : side * MIXED;
                if (worth > most) {
                    most = worth;
                    best = new Layout(count, side, below);
                }
            }
        }
        return best;
    }

    private double side(double width, double height, int count, boolean below) {
        int lines = (data.cells().size() + count - 1) / count;
        double across = (width - (below ? 0 : LEGEND) + (below ? GAP : 0)) / count - GAP;
        double down = (height - (below ? NAME : 0)) / lines - NAME - GAP;
        return Math.floor(Math.min(LARGEST, Math.min(across, down)));
    }

    @Override
    public void paint(Surface surface, double width, double height) {
        if (data.cells().isEmpty()) {
            return;
        }
        Layout layout = layout(width, height);
        HeatmapData.Range range = data.range();
        ValueColors colors = new ValueColors(Scale.SEQUENTIAL, range, TRANSFORM);
        List<Phrase> names = data.names();
        for (int i = 0; i < data.cells().size(); i++) {
            cell(surface, data.cells().get(i), colors, layout.x(i), layout.y(i), layout.size(), i == marked);
            surface.text(
                    surface.fit(names, i, Letters.PLAIN, layout.size()),
                    Spot.start(layout.x(i), layout.y(i) - NAME / 2),
                    Letters.PLAIN,
                    Ink.Role.INK);
        }
        legend(surface, layout, colors);
    }

    private void legend(Surface surface, Layout layout, ValueColors colors) {
        HeatmapData.Range range = colors.range();
        Phrase ends = Phrase.same("0 – " + Numerals.of(range.high()));
        Phrase scale = Phrases.of("transform." + TRANSFORM);
        double wide = surface.width(ends, Letters.PLAIN) + 12;
        int lines = (data.cells().size() + layout.across() - 1) / layout.across();
        double x = layout.below() ? 0 : layout.across() * (layout.size() + GAP) + 4;
        double y = layout.below() ? lines * (layout.size() + NAME + GAP) + 2 : NAME + 8;
        for (int i = 0; i < RAMP; i++) { // each reaches to the end, so that there is no gap between two of them
            surface.rect(x + i, y - BAR / 2, RAMP - i, BAR, colors.atHeight((i + .5) / RAMP));
        }
        surface.frame(x + .5, y - BAR / 2 + .5, RAMP - 1, BAR - 1, Pen.thin(Ink.Role.LINE));
        Spot first = layout.below() ? Spot.start(x + RAMP + 8, y) : Spot.start(x, y + 18);
        Spot second = layout.below() ? Spot.start(x + RAMP + 8 + wide, y) : Spot.start(x, y + 36);
        surface.text(ends, first, Letters.PLAIN, Ink.Role.FAINT);
        surface.text(scale, second, Letters.PLAIN, Ink.Role.FAINT);
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
