package dev.interestlens.ui.control;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Counts as bars: a few horizontal lines at round numbers behind them, labels in up to three rows or thinned to what fits, the exact value on hover and arrow keys. */
public final class BarChart extends PlacesChart<BarData> {
    private static final double ROW = 14;
    private static final double BELOW = 22;
    private static final int MOST_ROWS = 3;
    private static final double LINE_GAP = 34;

    private final Typeface face = new Typeface(11);
    private double left;
    private double column = 1;

    public BarChart(Words words) {
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
    protected void paint(GraphicsContext g, double width, double height) {
        BarData now = data();
        if (now.labels().isEmpty()) {
            return;
        }
        double top = Double.isNaN(now.mark()) ? 12 : 26;
        Ticks ticks = Ticks.ofCounts(now.highest(), (int) Math.max(1, (height - BELOW - top) / LINE_GAP));
        left = Math.ceil(face.width(ticks.text(ticks.count() - 1)) + 10);
        column = (width - left - 4) / now.labels().size();
        int rows = rows(now);
        double base = height - BELOW - ROW * (rows - 1);
        g.setFont(face.regular());
        g.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < ticks.count(); i++) {
            double y = Math.round(base - (base - top) * ticks.at(i) / ticks.last()) + .5;
            g.setStroke(line());
            g.strokeLine(left, y, width, y);
            g.setFill(faint());
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(ticks.text(i), left - 6, y);
        }
        paintBars(g, now, ticks.last(), base, top);
        paintLabels(g, now, base, rows);
        if (!Double.isNaN(now.mark())) {
            paintMark(g, now, base);
        }
    }

    // Neighbours may stand one below the other before any is left out.
    private int rows(BarData now) {
        return (int) Math.min(Math.min(MOST_ROWS, now.labels().size()), Math.ceil(widest(now) / column));
    }

    private double widest(BarData now) {
        return now.labels().stream().mapToDouble(face::width).max().orElse(0) + 10;
    }

    private void paintBars(GraphicsContext g, BarData now, double highest, double base, double top) {
        double gap = column > 6 ? Math.min(6, column * 0.12) : 0;
        for (int i = 0; i < now.values().length; i++) {
            double size = now.values()[i] / highest * (base - top);
            // a bar is mixed with the paper, not seen through: lines stay behind it
            g.setFill(i == marked() ? accent() : paper().interpolate(accent(), 0.72));
            g.fillRect(left + column * i + gap, base - size, Math.max(1, column - 2 * gap), size);
        }
    }

    private void paintLabels(GraphicsContext g, BarData now, double base, int rows) {
        int step = Math.max(1, (int) Math.ceil(widest(now) / column / rows));
        g.setFill(faint());
        g.setTextAlign(TextAlignment.CENTER);
        for (int i = 0; i < now.labels().size(); i += step) {
            String label = now.labels().get(i);
            double half = face.width(label) / 2;
            double x = Math.min(getWidth() - half, left + column * (i + .5));
            g.fillText(label, x, base + 12 + ROW * (i / step % rows));
        }
    }

    private void paintMark(GraphicsContext g, BarData now, double base) {
        double x = Math.round(left + column * now.mark()) + .5;
        g.setStroke(ink());
        g.setLineDashes(4, 4);
        g.strokeLine(x, 2, x, base);
        g.setLineDashes((double[]) null);
        g.setFill(ink());
        boolean before = x + face.width(now.markLabel()) + 8 > getWidth();
        g.setTextAlign(before ? TextAlignment.RIGHT : TextAlignment.LEFT);
        g.fillText(now.markLabel(), x + (before ? -6 : 6), 8);
    }

    @Override
    protected NumberTable numbers() {
        return NumberTable.of(
                "", data().labels(), List.of(words().text("control.numbers.value")), List.of(data().values()));
    }

    @Override
    protected String describe(int bar) {
        return words().text(
                        "control.bars.bar", data().labels().get(bar), Figures.count(Math.round(data().values()[bar])));
    }
}
