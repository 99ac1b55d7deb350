package dev.interestlens.ui.control;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** A bar chart or histogram: a few horizontal lines, labels thinned to what fits, the exact value on hover and arrow keys. */
public final class BarChart extends PlacesChart<BarData> {
    private static final double BELOW = 22;

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
        double highest = now.highest();
        String most = Figures.of(highest);
        left = Math.ceil(face.width(most) + 10);
        column = (width - left - 4) / now.labels().size();
        double top = Double.isNaN(now.mark()) ? 12 : 26;
        double base = height - BELOW;
        g.setFont(face.regular());
        g.setTextBaseline(VPos.CENTER);
        for (int i = 0; i <= 2; i++) {
            double y = Math.round(base - (base - top) * i / 2) + .5;
            g.setStroke(line());
            g.strokeLine(left, y, width, y);
            g.setFill(faint());
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(Figures.of(highest * i / 2), left - 6, y);
        }
        paintBars(g, now, highest, base, top);
        paintLabels(g, now, base);
        if (!Double.isNaN(now.mark())) {
            paintMark(g, now, base, top);
        }
    }

    private void paintBars(GraphicsContext g, BarData now, double highest, double base, double top) {
        double gap = column > 6 ? Math.min(6, column * 0.12) : 0;
        for (int i = 0; i < now.values().length; i++) {
            double size = highest == 0 ? 0 : now.values()[i] / highest * (base - top);
            g.setFill(accent());
            g.setGlobalAlpha(i == marked() ? 1 : 0.72);
            g.fillRect(left + column * i + gap, base - size, Math.max(1, column - 2 * gap), size);
        }
        g.setGlobalAlpha(1);
    }

    private void paintLabels(GraphicsContext g, BarData now, double base) {
        double widest = now.labels().stream().mapToDouble(face::width).max().orElse(0) + 10;
        int step = Math.max(1, (int) Math.ceil(widest / column));
        g.setFill(faint());
        g.setTextAlign(TextAlignment.CENTER);
        for (int i = 0; i < now.labels().size(); i += step) {
            g.fillText(now.labels().get(i), left + column * (i + .5), base + 12);
        }
    }

    private void paintMark(GraphicsContext g, BarData now, double base, double top) {
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
    protected String describe(int bar) {
        return words().text(
                        "control.bars.bar", data().labels().get(bar), Figures.count(Math.round(data().values()[bar])));
    }
}
