package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.Ticks;
import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.NumberFormats;
import java.util.List;

/** Counts as bars: a few horizontal lines at round numbers behind them, labels in up to three rows or thinned to what fits, the exact value on hover and arrow keys. */
public final class BarChart extends PlacesChart<BarData> {
    private static final double ROW = 14;
    private static final double BELOW = 22;
    private static final int MAX_ROWS = 3;
    private static final double LINE_GAP = 34;

    private double left;
    private double column = 1;

    public BarChart(ControlWords words) {
        super("bar-chart", words, BarData.empty());
        setMinSize(160, 100);
        setPrefSize(420, 180);
    }

    @Override
    protected int places() {
        return data().labels().size();
    }

    @Override
    protected double firstX() {
        return left;
    }

    @Override
    protected double placeWidth() {
        return column;
    }

    @Override
    protected String summary() {
        return words().text("control.bars.summary", data().labels().size());
    }

    @Override
    protected void paint(Surface surface, double width, double height) {
        BarData now = data();
        if (now.labels().isEmpty()) {
            return;
        }
        double top = Double.isNaN(now.mark()) ? 12 : 26;
        Ticks ticks = Ticks.ofCounts(now.highest(), (int) Math.max(1, (height - BELOW - top) / LINE_GAP));
        left = Math.ceil(surface.width(ticks.text(ticks.count() - 1), Letters.SMALL) + 10);
        column = (width - left - 4) / now.labels().size();
        double widest = widest(surface, now);
        int rows = rows(now, widest);
        double base = height - BELOW - ROW * (rows - 1);
        for (int i = 0; i < ticks.count(); i++) {
            double y = Math.round(base - (base - top) * ticks.at(i) / ticks.last()) + .5;
            surface.line(left, y, width, y, Pen.thin(Ink.Role.LINE));
            text(surface, ticks.text(i), Spot.end(left - 6, y), Ink.Role.FAINT);
        }
        paintBars(surface, now, ticks.last(), base, top);
        paintLabels(surface, now, base, rows, widest, width);
        if (!Double.isNaN(now.mark())) {
            paintMark(surface, now, base, width);
        }
    }

    // Neighbours may stand one below the other before any is left out.
    private int rows(BarData now, double widest) {
        return (int) Math.min(Math.min(MAX_ROWS, now.labels().size()), Math.ceil(widest / column));
    }

    private static double widest(Surface surface, BarData now) {
        return now.labels().stream()
                        .mapToDouble(label -> surface.width(label, Letters.SMALL))
                        .max()
                        .orElse(0)
                + 10;
    }

    private void paintBars(Surface surface, BarData now, double highest, double base, double top) {
        double gap = column > 6 ? Math.min(6, column * 0.12) : 0;
        for (int i = 0; i < now.values().length; i++) {
            double size = now.values()[i] / highest * (base - top);
            double x = left + column * i + gap;
            double wide = Math.max(1, column - 2 * gap);
            int bar = i;
            surface.told(Phrase.same(describe(i)), () -> {
                surface.rect(x, base - size, wide, size, Ink.Role.PAPER); // no line shows through
                surface.rect(x, base - size, wide, size, Ink.Role.ACCENT.faded(bar == marked() ? 1 : 0.72));
            });
        }
    }

    private void paintLabels(Surface surface, BarData now, double base, int rows, double widest, double width) {
        int step = Math.max(1, (int) Math.ceil(widest / column / rows));
        for (int i = 0; i < now.labels().size(); i += step) {
            String label = now.labels().get(i);
            double half = surface.width(label, Letters.SMALL) / 2;
            double x = Math.min(width - half, left + column * (i + .5));
            text(surface, label, Spot.middle(x, base + 12 + ROW * (i / step % rows)), Ink.Role.FAINT);
        }
    }

    private void paintMark(Surface surface, BarData now, double base, double width) {
        double x = Math.round(left + column * now.mark()) + .5;
        surface.line(x, 2, x, base, Pen.dashed(Ink.Role.INK));
        boolean before = x + surface.width(now.markLabel(), Letters.SMALL) + 8 > width;
        text(surface, now.markLabel(), before ? Spot.end(x - 6, 8) : Spot.start(x + 6, 8), Ink.Role.INK);
    }

    private static void text(Surface surface, String words, Spot at, Ink ink) {
        surface.text(Phrase.same(words), at, Letters.SMALL, ink);
    }

    @Override
    protected NumberTable numbers() {
        return NumberTable.of(
                "", data().labels(), List.of(words().text("control.numbers.value")), List.of(data().values()));
    }

    @Override
    protected String describe(int bar) {
        return words().text(
                        "control.bars.bar",
                        data().labels().get(bar),
                        NumberFormats.count(Math.round(data().values()[bar])));
    }
}
