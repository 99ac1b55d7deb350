package dev.interestlens.figure.paint;

import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Phrases;
import dev.interestlens.figure.PlacesDrawing;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.Ticks;
import dev.interestlens.figure.data.BarData;

/**
 * Draws counts as bars: a few horizontal lines at round numbers behind them, labels in up to three rows or thinned to what fits.
 *
 * @param marked the bar that is read, −1 for none
 */
public record BarPainter(BarData data, int marked) implements PlacesDrawing {
    private static final double ROW = 14;
    private static final double BELOW = 22;
    private static final int MAX_ROWS = 3;
    private static final double LINE_GAP = 34;

    @Override
    public double height(Surface ruler, double width) {
        return 240;
    }

    /**
     * The layout of the bars.
     *
     * @param left where the first bar begins
     * @param column from bar to bar
     * @param top of the highest line
     * @param base foot of the bars
     * @param rows rows of labels
     * @param step every how many bars a label is written
     */
    private record Frame(double left, double column, double top, double base, int rows, int step, Ticks ticks) {
        double y(double value) {
            return base - value / ticks.last() * (base - top);
        }
    }

    /** The layout on a surface of this size. */
    private Frame frame(Surface ruler, double width, double height) {
        int count = Math.max(1, data.labels().size());
        double top = hasMark() ? 26 : 12;
        Ticks ticks = Ticks.ofCounts(data.highest(), (int) Math.max(1, (height - BELOW - top) / LINE_GAP));
        double left = Math.ceil(ruler.width(ticks.text(ticks.count() - 1), Letters.SMALL) + 10);
        double column = (width - left - 4) / count;
        double widest = ruler.widest(data.labels(), Letters.SMALL) + 10;
        // Labels use several rows before any is left out.
        int rows = (int) Math.min(Math.min(MAX_ROWS, count), Math.ceil(widest / column));
        int step = Math.max(1, (int) Math.ceil(widest / column / rows));
        return new Frame(left, column, top, height - BELOW - ROW * (rows - 1), rows, step, ticks);
    }

    private boolean hasMark() {
        return !Double.isNaN(data.mark());
    }

    @Override
    public int places() {
        return data.labels().size();
    }

    @Override
    public Columns columns(Surface ruler, double width, double height) {
        Frame frame = frame(ruler, width, height);
        return new Columns(frame.left(), frame.column());
    }

    @Override
    public void paint(Surface surface, double width, double height) {
        if (data.labels().isEmpty()) {
            return;
        }
        Frame frame = frame(surface, width, height);
        for (int i = 0; i < frame.ticks().count(); i++) {
            double y = Math.round(frame.y(frame.ticks().at(i))) + .5;
            surface.line(frame.left(), y, width, y, Pen.thin(Ink.Role.LINE));
            surface.small(Phrase.same(frame.ticks().text(i)), Spot.end(frame.left() - 6, y), Ink.Role.FAINT);
        }
        bars(surface, frame);
        labels(surface, frame, width);
        if (hasMark()) {
            mark(surface, frame, width);
        }
    }

    private void bars(Surface surface, Frame frame) {
        double gap = frame.column() > 6 ? Math.min(6, frame.column() * 0.12) : 0;
        double wide = Math.max(1, frame.column() - 2 * gap);
        for (int i = 0; i < data.values().length; i++) {
            double x = frame.left() + frame.column() * i + gap;
            double y = frame.y(data.values()[i]);
            double size = frame.base() - y;
            Ink ink = Ink.Role.ACCENT.faded(i == marked ? 1 : 0.72);
            surface.told(describe(i), () -> {
                surface.rect(x, y, wide, size, Ink.Role.PAPER); // hides the lines behind
                surface.rect(x, y, wide, size, ink);
            });
        }
    }

    private void labels(Surface surface, Frame frame, double width) {
        for (int i = 0; i < data.labels().size(); i += frame.step()) {
            Phrase label = data.labels().get(i);
            double half = surface.width(label, Letters.SMALL) / 2;
            double x = Math.min(width - half, frame.left() + frame.column() * (i + .5));
            double y = frame.base() + 12 + ROW * (i / frame.step() % frame.rows());
            surface.small(label, Spot.middle(x, y), Ink.Role.FAINT);
        }
    }

    private void mark(Surface surface, Frame frame, double width) {
        double x = Math.round(frame.left() + frame.column() * data.mark()) + .5;
        surface.line(x, 2, x, frame.base(), Pen.dashed(Ink.Role.INK));
        boolean before = x + surface.width(data.markLabel(), Letters.SMALL) + 8 > width;
        surface.small(data.markLabel(), before ? Spot.end(x - 6, 8) : Spot.start(x + 6, 8), Ink.Role.INK);
    }

    @Override
    public Phrase describe(int bar) {
        return Phrases.of(
                "bars.bar", data.labels().get(bar), Phrase.same(Numerals.count(Math.round(data.values()[bar]))));
    }
}
