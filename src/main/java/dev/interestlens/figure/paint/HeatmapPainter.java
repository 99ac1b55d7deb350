package dev.interestlens.figure.paint;

import dev.interestlens.figure.Cells;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Hatching;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Phrases;
import dev.interestlens.figure.Scale;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.data.HeatmapData;
import dev.interestlens.figure.data.HeatmapLook;
import dev.interestlens.figure.data.ValueColors;
import java.util.stream.IntStream;

/** Draws a heat map whose cells are aligned with their labels, with a legend of the colours. */
public record HeatmapPainter(HeatmapData data, HeatmapLook look) implements Drawing {
    private static final double BAR = 12;
    private static final double LINE = 14;
    private static final int LEGEND_STEPS = 64;

    /** The share of the scale from which a sign is drawn. */
    private static final double SEEN = 0.04;

    /** Least size of a cell for a sign. */
    private static final double SIGN = 6;

    /** With more cells their descriptions omit labels, so that a page stays small. */
    private static final int MANY = 400;

    private static final double NARROWEST_CELL = 8;
    private static final double WIDEST_CELL = 28;
    private static final double ALL_CELLS = 560;
    private static final double HIGHEST_ROW = 20;
    private static final double ALL_ROWS = 420;
    private static final double WIDEST_LABELS = 220;
    private static final double BELOW = 120;

    public HeatmapPainter(HeatmapData data) {
        this(data, HeatmapLook.PLAIN);
    }

    @Override
    public double width(Surface ruler) {
        int columns = Math.max(1, data.columns().size());
        double labels = Math.min(WIDEST_LABELS, ruler.widest(data.rows(), Letters.PLAIN));
        double cells = columns * Math.max(NARROWEST_CELL, Math.min(WIDEST_CELL, ALL_CELLS / columns));
        return Math.max(480, Math.ceil(labels + 10 + cells + HeatmapLayout.LEGEND));
    }

    @Override
    public double height(Surface ruler, double width) {
        int rows = Math.max(1, data.rows().size());
        return Math.max(96, rows * Math.max(6, Math.min(HIGHEST_ROW, ALL_ROWS / rows))) + BELOW;
    }

    /** The layout at a size. */
    public HeatmapLayout layout(Surface ruler, double width, double height) {
        return HeatmapLayout.of(data, ruler, width, height, look.leftRoom());
    }

    @Override
    public void paint(Surface surface, double width, double height) {
        if (data.isEmpty()) {
            return;
        }
        HeatmapLayout layout = layout(surface, width, height);
        ValueColors colors =
                new ValueColors(data.scale(), look.range() == null ? data.range() : look.range(), look.transform());
        cells(surface, layout, colors);
        labels(surface, layout, height);
        legend(surface, layout, colors);
        if (look.marks()) {
            outline(surface, layout.x(look.column()), layout.y(look.row()), layout.cellWidth(), layout.cellHeight());
        } else if (look.column() >= 0 && look.column() < layout.columns()) {
            outline(surface, layout.x(look.column()), layout.top(), layout.cellWidth(), layout.bottom() - layout.top());
        }
    }

    private void cells(Surface surface, HeatmapLayout layout, ValueColors colors) {
        double width = layout.right() - layout.left();
        double height = layout.bottom() - layout.top();
        surface.cells(layout.left(), layout.top(), width, height, new Cells() {
            @Override
            public int rows() {
                return layout.rows();
            }

            @Override
            public int columns() {
                return layout.columns();
            }

            @Override
            public Ink ink(int row, int column) {
                double value = data.onScale(row, column);
                return Double.isNaN(value) ? null : colors.of(value);
            }

            @Override
            public Phrase told(int row, int column) {
                return data.values().length > MANY
                        ? Phrase.same((row + 1) + " · " + (column + 1) + ": " + Numerals.of(data.at(row, column)))
                        : describe(row, column);
            }
        });
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                notOnScale(surface, layout, row, column);
            }
        }
        if (layout.cellWidth() >= 6 && layout.cellHeight() >= 6) {
            Pen paper = Pen.thin(Ink.Role.PAPER);
            for (int column = 1; column < layout.columns(); column++) {
                double x = layout.x(column) + .5;
                surface.line(x, layout.top(), x, layout.bottom(), paper);
            }
            for (int row = 1; row < layout.rows(); row++) {
                double y = layout.y(row) + .5;
                surface.line(layout.left(), y, layout.right(), y, paper);
            }
        }
        surface.frame(layout.left() + .5, layout.top() + .5, width - 1, height - 1, Pen.thin(Ink.Role.LINE));
        if (layout.roomForText(surface.width("−0.00", Letters.SMALL))) {
            numbers(surface, layout, colors);
        } else {
            signs(surface, layout, colors);
        }
    }

    /**
     * A minus in what is below 0, since both ends of a scale with a sign are dark in print without colour; of cells too small for one, in those that
     * are below 0 together.
     */
    private void signs(Surface surface, HeatmapLayout layout, ValueColors colors) {
        int down = (int) Math.ceil(SIGN / layout.cellHeight());
        int across = (int) Math.ceil(SIGN / layout.cellWidth());
        for (int row = 0; row + down <= layout.rows(); row += down) {
            for (int column = 0; column + across <= layout.columns(); column += across) {
                double value = mean(row, column, down, across);
                if (isBelow(colors, value)) {
                    double x = layout.x(column) + across * layout.cellWidth() / 2;
                    double y = layout.y(row) + down * layout.cellHeight() / 2;
                    minus(surface, x, y, Math.min(3, across * layout.cellWidth() / 4), colors.of(value));
                }
            }
        }
    }

    private double mean(int row, int column, int down, int across) {
        return IntStream.range(0, down * across)
                .mapToDouble(i -> data.onScale(row + i / across, column + i % across))
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }

    /** Where it can be seen that there is a colour. */
    private static boolean isBelow(ValueColors colors, double value) {
        return colors.scale() == Scale.DIVERGING && colors.share(value) < -SEEN;
    }

    private static void minus(Surface surface, double x, double y, double half, Ink ground) {
        double at = Math.floor(y) + .5;
        surface.line(x - half, at, x + half, at, Pen.thin(new Ink.On(ground)));
    }

    /** Crosses out cells that are not on the scale, and hatches missing values. */
    private void notOnScale(Surface surface, HeatmapLayout layout, int row, int column) {
        double x = layout.x(column);
        double y = layout.y(row);
        if (data.isOutside(row, column)) {
            surface.told(
                    describe(row, column),
                    () -> surface.line(
                            x, y, x + layout.cellWidth(), y + layout.cellHeight(), Pen.thin(Ink.Role.FAINT)));
        } else if (Double.isNaN(data.at(row, column))) {
            Hatching.none(surface, x, y, layout.cellWidth(), layout.cellHeight());
        }
    }

    private void numbers(Surface surface, HeatmapLayout layout, ValueColors colors) {
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                double value = data.onScale(row, column);
                if (!Double.isNaN(value)) {
                    surface.small(
                            Phrase.same(Numerals.fixed(value, Math.abs(value) >= 10 ? 0 : 2)),
                            Spot.middle(
                                    layout.x(column) + layout.cellWidth() / 2, layout.y(row) + layout.cellHeight() / 2),
                            new Ink.On(colors.of(value)));
                }
            }
        }
    }

    private void labels(Surface surface, HeatmapLayout layout, double height) {
        HeatmapLayout.Labels labels = layout.labels();
        for (int row = 0; row < layout.rows(); row += labels.rowStep()) {
            surface.text(
                    surface.fit(data.rows(), row, Letters.PLAIN, labels.rowRoom()),
                    Spot.end(layout.left() - 8, layout.y(row) + layout.cellHeight() / 2),
                    Letters.PLAIN,
                    Ink.Role.INK);
        }
        for (int column = 0; column < layout.columns(); column += labels.columnStep()) {
            double x = layout.x(column) + layout.cellWidth() / 2;
            Phrase label = surface.fit(data.columns(), column, Letters.PLAIN, labels.columnRoom());
            Spot spot = labels.rotated()
                    ? Spot.end(x + 3, layout.bottom() + 9).turned(-45)
                    : Spot.middle(x, layout.bottom() + 12);
            surface.text(label, spot, Letters.PLAIN, Ink.Role.INK);
        }
        surface.small(
                Phrases.of("heatmap.axes", data.rowAxis(), data.columnAxis()),
                Spot.start(0, height - 8),
                Ink.Role.FAINT);
    }

    private void legend(Surface surface, HeatmapLayout layout, ValueColors colors) {
        double x = layout.right() + 16;
        double top = layout.top();
        double height = Math.max(64, layout.bottom() - top);
        double step = height / LEGEND_STEPS;
        for (int i = 0; i < LEGEND_STEPS; i++) {
            double from = i * step; // each reaches to the end, so that there is no gap between two of them
            surface.rect(x, top + from, BAR, height - from, colors.atHeight(1 - (i + .5) / LEGEND_STEPS));
        }
        for (double y = top + height / 2 + BAR; colors.scale() == Scale.DIVERGING && y < top + height; y += BAR) {
            minus(surface, x + BAR / 2, y, 3, colors.atHeight(1 - (y - top) / height));
        }
        surface.frame(x + .5, top + .5, BAR - 1, height - 1, Pen.thin(Ink.Role.LINE));
        double words = x + BAR + 6;
        text(surface, Phrase.same(Numerals.of(colors.range().high())), words, top + 6, Ink.Role.INK);
        text(surface, Phrase.same(Numerals.of(colors.range().low())), words, top + height - 6, Ink.Role.INK);
        text(surface, Phrases.of("transform." + look.transform()), x, top + height + 14, Ink.Role.FAINT);
        if (!Double.isNaN(data.reference())) {
            double y = top + height * (1 - colors.height(data.reference()));
            double line = Math.round(y) + .5;
            surface.line(x - 3, line, x + BAR + 3, line, Pen.thin(Ink.Role.INK));
            double below = Math.max(top + 22 + LINE, Math.min(top + height - 22, y));
            text(surface, Phrases.of("uniform.word"), words, below - LINE, Ink.Role.FAINT);
            text(surface, Phrase.same(Numerals.of(data.reference())), words, below, Ink.Role.FAINT);
        }
        if (look.marks()) {
            double value = data.onScale(look.row(), look.column());
            if (!Double.isNaN(value)) {
                outline(surface, x - 2, top + height * (1 - colors.height(value)) - 2, BAR + 4, 4);
            }
        }
    }

    private static void text(Surface surface, Phrase words, double x, double y, Ink ink) {
        surface.small(words, Spot.start(x, y), ink);
    }

    /** A double stroke, visible on any colour. */
    private static void outline(Surface surface, double x, double y, double width, double height) {
        surface.frame(x, y, width, height, new Pen(Ink.Role.PAPER, 4));
        surface.frame(x, y, width, height, new Pen(Ink.Role.INK, 2));
    }

    /** The exact value of a cell in words. */
    public Phrase describe(int row, int column) {
        double value = data.at(row, column);
        Phrase number = Phrase.same(Numerals.of(value));
        Phrase[] words = {data.rows().get(row), data.columns().get(column), number};
        return Phrases.of(
                Double.isNaN(value)
                        ? "heatmap.unread"
                        : data.isOutside(row, column) ? "heatmap.outside" : "heatmap.cell",
                words);
    }
}
