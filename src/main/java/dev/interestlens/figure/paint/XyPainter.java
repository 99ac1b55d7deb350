package dev.interestlens.figure.paint;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.LeastSpan;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Markers;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Plot;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.Ticks;
import dev.interestlens.figure.XySeries;
import dev.interestlens.figure.data.XyData;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Draws lines and clouds of points over two axes: curves, ROC, reliability, scores against scores.
 *
 * @param marked the value that is read; null for none
 * @param legend whether the names of the series are above the axes; the window shows them elsewhere
 */
public record XyPainter(XyData data, Place marked, boolean legend) implements Drawing {
    private static final int MANY = 1500;
    private static final double CELL = 4;
    private static final double ABOVE = 10;
    private static final double BELOW = 44;
    private static final double LEGEND_ROW = 20;
    private static final double SIGN = 28;

    /** A value of a series. */
    public record Place(XySeries series, int index) {}

    /** For a file. */
    public XyPainter(XyData data) {
        this(data, null, true);
    }

    @Override
    public double width(Surface ruler) {
        return data.unit() ? 420 : 720;
    }

    @Override
    public double height(Surface ruler, double width) {
        return 340 + names();
    }

    private double names() {
        return legend ? LEGEND_ROW * named().size() + 8 : 0;
    }

    private List<XySeries> named() {
        return data.series().stream()
                .filter(series -> series.shape() != XySeries.Shape.SAMPLE_LINE)
                .toList();
    }

    @Override
    public void paint(Surface surface, double width, double height) {
        if (data.series().isEmpty()) {
            return;
        }
        Plot.Box frame = frame(surface, width, height);
        if (legend) {
            List<XySeries> named = named();
            for (int i = 0; i < named.size(); i++) {
                name(surface, named.get(i), i * LEGEND_ROW + LEGEND_ROW / 2, width);
            }
        }
        if (data.series().stream().anyMatch(XyPainter::isDense)) {
            inside(surface, frame);
        } else {
            surface.plot(plot(frame), () -> inside(surface, frame));
        }
        if (marked != null && marked.index() < marked.series().x().length) {
            double x = frame.x(marked.series().x()[marked.index()]);
            double y = frame.y(marked.series().y()[marked.index()]);
            if (frame.holds(x, y)) {
                surface.ring(x, y, 5, new Pen(Ink.Role.INK, 1.5));
            }
        }
    }

    private void inside(Surface surface, Plot.Box frame) {
        axes(surface, frame);
        surface.clipped(
                frame.left() - 8,
                frame.top() - 8,
                frame.right() - frame.left() + 16,
                frame.base() - frame.top() + 16,
                () -> {
                    if (data.diagonal()) {
                        surface.line(
                                frame.x(frame.lowX()),
                                frame.y(frame.lowX()),
                                frame.x(frame.highX()),
                                frame.y(frame.highX()),
                                Pen.dashed(Ink.Role.FAINT));
                    }
                    for (XySeries series : data.series()) {
                        if (series.shape() == XySeries.Shape.CLOUD) {
                            cloud(surface, series, frame);
                        } else {
                            line(surface, series, frame);
                        }
                    }
                });
    }

    private Plot plot(Plot.Box frame) {
        return new Plot(
                frame,
                data.series(),
                ticks(acrossTicks(frame)),
                ticks(Ticks.between(frame.lowY(), frame.highY(), upTicks(frame.base() + BELOW))),
                data.across(),
                data.up(),
                data.diagonal());
    }

    private static List<Plot.Tick> ticks(Ticks ticks) {
        return IntStream.range(0, ticks.count())
                .mapToObj(i -> new Plot.Tick(ticks.at(i), ticks.text(i)))
                .toList();
    }

    private static boolean isDense(XySeries series) {
        return series.shape() == XySeries.Shape.CLOUD && series.x().length > MANY;
    }

    private static void name(Surface surface, XySeries series, double y, double width) {
        if (series.shape() != XySeries.Shape.CLOUD) {
            surface.line(0, y, SIGN, y, Pen.series(series.style()));
        }
        Markers.draw(surface, series.style(), SIGN / 2, y, 1);
        surface.fitted(series.name(), width - SIGN - 8, Spot.start(SIGN + 8, y), Letters.PLAIN, Ink.Role.INK);
    }

    /** The frame at a size. */
    public Plot.Box frame(Surface ruler, double width, double height) {
        double[] x = data.unit() ? new double[] {0, 1} : range(true);
        double[] y = data.unit() ? new double[] {0, 1} : range(false);
        double left = 16;
        Ticks ticks = Ticks.between(y[0], y[1], upTicks(height));
        for (int i = 0; i < ticks.count(); i++) {
            left = Math.max(left, ruler.width(ticks.text(i), Letters.SMALL));
        }
        return new Plot.Box(x[0], x[1], y[0], y[1], Math.ceil(left + 34), ABOVE + names(), width - 12, height - BELOW);
    }

    private double[] range(boolean across) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (XySeries series : data.series()) {
            for (double value : across ? series.x() : series.y()) {
                if (Double.isFinite(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        if (low > high) {
            return new double[] {0, 1};
        }
        double[] range = across ? new double[] {low, high} : LeastSpan.around(low, high);
        double margin = across ? 0 : (range[1] - range[0]) * 0.06;
        return range[1] - range[0] > 0
                ? new double[] {range[0] - margin, range[1] + margin}
                : new double[] {low - 1, low + 1};
    }

    private int upTicks(double height) {
        return (int) Math.max(2, (height - names() - BELOW) / 44);
    }

    private void axes(Surface surface, Plot.Box frame) {
        Ticks up = Ticks.between(frame.lowY(), frame.highY(), upTicks(frame.base() + BELOW));
        for (int i = 0; i < up.count(); i++) {
            double y = Math.round(frame.y(up.at(i))) + .5;
            surface.line(frame.left(), y, frame.right(), y, Pen.thin(Ink.Role.LINE));
            number(surface, up.text(i), Spot.end(frame.left() - 6, y), Ink.Role.FAINT);
        }
        Ticks across = acrossTicks(frame);
        for (int i = 0; i < across.count(); i++) {
            double x = Math.round(frame.x(across.at(i))) + .5;
            surface.line(x, frame.base(), x, frame.base() + 4, Pen.thin(Ink.Role.LINE));
            number(surface, across.text(i), Spot.middle(x, frame.base() + 14), Ink.Role.FAINT);
        }
        surface.line(frame.left(), frame.base() + .5, frame.right(), frame.base() + .5, Pen.thin(Ink.Role.FAINT));
        surface.small(data.across(), Spot.middle((frame.left() + frame.right()) / 2, frame.base() + 33), Ink.Role.INK);
        surface.small(
                data.up(), Spot.middle(9, (frame.top() + frame.base()) / 2).turned(-90), Ink.Role.INK);
    }

    private static void number(Surface surface, String text, Spot at, Ink ink) {
        surface.small(Phrase.same(text), at, ink);
    }

    private Ticks acrossTicks(Plot.Box frame) {
        int most = (int) ((frame.right() - frame.left()) / 80);
        boolean whole = data.series().stream()
                .allMatch(series -> DoubleStream.of(series.x()).allMatch(value -> value == Math.rint(value)));
        Ticks ticks = Ticks.between(frame.lowX(), frame.highX(), most);
        boolean halves = whole && ticks.step() < 1;
        return halves ? Ticks.between(frame.lowX(), frame.highX(), (int) (frame.highX() - frame.lowX())) : ticks;
    }

    private static void line(Surface surface, XySeries series, Plot.Box frame) {
        double[] y = series.y();
        if (series.shape() == XySeries.Shape.SAMPLE_LINE) {
            Pen thin = new Pen(new Ink.Series(series.style()), 1);
            surface.curve(y, i -> frame.x(series.x()[i]), frame::y, thin);
            for (int i = 0; i < y.length; i++) {
                if (Double.isFinite(y[i])) {
                    surface.ring(frame.x(series.x()[i]), frame.y(y[i]), 2.5, thin);
                }
            }
            return;
        }
        surface.curve(y, i -> frame.x(series.x()[i]), frame::y, Pen.series(series.style()));
        int every = series.shape() == XySeries.Shape.MARKED_LINE ? 1 : Math.max(1, y.length / 5);
        for (int i = every == 1 ? 0 : every / 2; i < y.length; i += every) {
            if (Double.isFinite(y[i])) {
                Markers.draw(surface, series.style(), frame.x(series.x()[i]), frame.y(y[i]), 1);
            }
        }
        if (series.marked() >= 0) {
            surface.ring(
                    frame.x(series.x()[series.marked()]),
                    frame.y(y[series.marked()]),
                    7,
                    new Pen(new Ink.Series(series.style()), 2));
        }
    }

    /** Few points as markers; many as cells whose darkness shows the density. */
    private static void cloud(Surface surface, XySeries series, Plot.Box frame) {
        if (!isDense(series)) {
            for (int i = 0; i < series.x().length; i++) {
                Markers.draw(surface, series.style(), frame.x(series.x()[i]), frame.y(series.y()[i]), 0.5);
            }
            return;
        }
        int columns = (int) ((frame.right() - frame.left()) / CELL) + 1;
        int rows = (int) ((frame.base() - frame.top()) / CELL) + 1;
        int[] counts = new int[columns * rows];
        int most = 1;
        for (int i = 0; i < series.x().length; i++) {
            int column = (int) ((frame.x(series.x()[i]) - frame.left()) / CELL);
            int row = (int) ((frame.y(series.y()[i]) - frame.top()) / CELL);
            if (column >= 0 && column < columns && row >= 0 && row < rows) {
                most = Math.max(most, ++counts[row * columns + column]);
            }
        }
        Ink ink = new Ink.Series(series.style());
        for (int cell = 0; cell < counts.length; cell++) {
            int row = cell / columns;
            if (counts[cell] > 0) {
                surface.rect(
                        frame.left() + cell % columns * CELL,
                        frame.top() + row * CELL,
                        CELL - .5,
                        CELL - .5,
                        ink.faded(0.18 + 0.72 * Math.log1p(counts[cell]) / Math.log1p(most)));
            }
        }
    }
}
