package dev.interestlens.ui.control;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** A small chart of lines along a history: dots at its places, a dashed reference, the exact values on hover and arrow keys. */
public final class LinePlot extends PlacesChart<PlotData> {
    private static final double RIGHT = 84;
    private static final double TOP = 10;
    private static final double BELOW = 8;
    private static final double DOTS = 10;

    private final Typeface face = new Typeface(11);
    private double left;
    private double column = 1;

    public LinePlot(Words words) {
        super("line-plot", words, PlotData.empty());
        setMinSize(200, 72);
        setPrefSize(640, 96);
    }

    @Override
    protected int places() {
        return data().steps().size();
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
        return words().text(
                        "control.line.summary", data().title(), data().steps().size());
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        PlotData now = data();
        if (now.steps().isEmpty()) {
            return;
        }
        double low = now.low();
        double high = now.high();
        left = 52;
        column = (width - left - RIGHT) / now.steps().size();
        double base = height - BELOW;
        g.setFont(face.regular());
        g.setTextBaseline(VPos.CENTER);
        for (int i = 0; i <= 1; i++) {
            double value = i == 0 ? low : high;
            double y = Math.round(y(value, low, high, base)) + .5;
            across(g, y, width);
            g.setFill(faint());
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(Figures.of(value), left - 8, y);
        }
        if (low < 0 && high > 0) {
            across(g, Math.round(y(0, low, high, base)) + .5, width);
        }
        if (!Double.isNaN(now.reference())) {
            double y = Math.round(y(now.reference(), low, high, base)) + .5;
            g.setStroke(ink());
            g.setLineDashes(4, 4);
            g.strokeLine(left, y, width - RIGHT, y);
            g.setLineDashes((double[]) null);
            g.setFill(ink());
            g.setTextAlign(TextAlignment.LEFT);
            g.fillText(Figures.of(now.reference()), width - RIGHT + 8, y);
        }
        for (int l = 0; l < now.lines().size(); l++) {
            paintLine(g, now.lines().get(l), ColorScale.series(l), low, high, base);
        }
        if (marked() >= 0) {
            double x = Math.round(x(marked())) + .5;
            g.setStroke(faint());
            g.strokeLine(x, TOP, x, base);
        }
    }

    private void across(GraphicsContext g, double y, double width) {
        g.setStroke(line());
        g.setLineWidth(1);
        g.strokeLine(left, y, width - RIGHT, y);
    }

    private void paintLine(GraphicsContext g, PlotData.Line line, Color color, double low, double high, double base) {
        g.setStroke(color);
        g.setFill(color);
        g.setLineWidth(2);
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i = 0; i < line.values().length; i++) {
            double value = line.values()[i];
            if (!Double.isFinite(value)) {
                lastX = Double.NaN;
                continue;
            }
            double x = x(i);
            double y = y(value, low, high, base);
            if (!Double.isNaN(lastX)) {
                g.strokeLine(lastX, lastY, x, y);
            }
            double size = i == marked() ? 8 : 5;
            if (column >= DOTS || i == marked()) {
                g.fillOval(x - size / 2, y - size / 2, size, size);
            }
            lastX = x;
            lastY = y;
        }
        g.setLineWidth(1);
    }

    private double x(int step) {
        return left + column * (step + .5);
    }

    private double y(double value, double low, double high, double base) {
        double share = (value - low) / (high - low);
        return base - Math.max(0, Math.min(1, share)) * (base - TOP);
    }

    @Override
    protected NumberTable numbers() {
        return NumberTable.of(
                "",
                data().steps(),
                data().lines().stream().map(PlotData.Line::name).toList(),
                data().lines().stream().map(PlotData.Line::values).toList());
    }

    @Override
    protected String describe(int step) {
        PlotData now = data();
        if (step >= now.steps().size()) {
            return "";
        }
        StringBuilder values = new StringBuilder();
        for (PlotData.Line each : now.lines()) {
            values.append(values.isEmpty() ? "" : "   ");
            values.append(now.lines().size() > 1 ? each.name() + " " : "").append(Figures.of(each.values()[step]));
        }
        return words().text("control.plot.step", step + 1, now.steps().get(step), values);
    }
}
