package dev.interestlens.ui.control;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Dots for means and lines for their intervals on one scale with its zero. The pointer and the arrow keys read a row. */
public final class IntervalPlot extends CanvasRegion {
    private static final double ROW = 24;
    private static final double BELOW = 22;
    private static final double MOST_NAME = 150;
    private static final double FIGURE = 52;
    private static final double DOT = 9;

    private final Typeface face = new Typeface(12);
    private final Typeface small = new Typeface(11);
    private final Words words;
    private final ObjectProperty<IntervalData> data = new SimpleObjectProperty<>(this, "data", IntervalData.empty());
    private int marked = -1;

    public IntervalPlot(Words words) {
        super("interval-plot");
        this.words = words;
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        data.addListener((observed, before, now) -> {
            mark(-1);
            setMinHeight(now.rows().size() * ROW + BELOW);
            setPrefHeight(getMinHeight());
        });
        setMinWidth(260);
        offer(
                words,
                () -> new NumberTable(
                        List.of(
                                "",
                                words.text("control.numbers.value"),
                                words.text("control.numbers.low"),
                                words.text("control.numbers.high")),
                        data.get().rows().stream()
                                .map(row ->
                                        new NumberTable.Line(List.of(row.name()), row.mean(), row.low(), row.high()))
                                .toList()));
        setOnMouseMoved(event -> mark((int) Math.floor(event.getY() / ROW)));
        setOnMouseExited(event -> mark(-1));
        setOnMouseClicked(event -> requestFocus());
        setOnKeyPressed(event -> {
            switch (event.getCode()) {
                case UP -> mark(Math.max(0, marked - 1));
                case DOWN -> mark(Math.min(data.get().rows().size() - 1, marked + 1));
                case ESCAPE -> mark(-1);
                default -> {
                    return;
                }
            }
            event.consume();
        });
    }

    public void setData(IntervalData now) {
        data.set(now);
    }

    private void mark(int row) {
        marked = row < data.get().rows().size() ? row : -1;
        if (marked < 0) {
            tell("");
        } else {
            IntervalData.Row read = data.get().rows().get(marked);
            boolean open = !Double.isFinite(read.low()) || !Double.isFinite(read.high());
            tell(
                    open
                            ? words.text("control.interval.mean", read.name(), Figures.fixed(read.mean(), 4))
                            : words.text(
                                    "control.interval.row",
                                    read.name(),
                                    Figures.fixed(read.mean(), 4),
                                    Figures.fixed(read.low(), 4),
                                    Figures.fixed(read.high(), 4)));
        }
        repaint();
    }

    @Override
    protected String summary() {
        return words.text("control.interval.summary", data.get().rows().size());
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        IntervalData now = data.get();
        if (now.rows().isEmpty()) {
            return;
        }
        double names = Math.min(
                MOST_NAME,
                now.rows().stream()
                                .mapToDouble(row -> face.width(row.name()))
                                .max()
                                .orElse(0)
                        + 12);
        double left = names + DOT;
        double right = width - FIGURE - DOT;
        double span = now.high() - now.low();
        double bottom = now.rows().size() * ROW;
        g.setTextBaseline(VPos.CENTER);
        for (double tick : new double[] {now.low(), 0, now.high()}) {
            double x = x(tick, now, left, right, span);
            g.setStroke(line());
            g.strokeLine(x, 2, x, bottom);
        }
        g.setFont(small.regular());
        g.setFill(faint());
        double zero = x(0, now, left, right, span);
        tick(g, 0, zero, bottom);
        for (double end : new double[] {now.low(), now.high()}) {
            double x = x(end, now, left, right, span);
            if (Math.abs(x - zero) > 40) {
                tick(g, end, x, bottom);
            }
        }
        for (int i = 0; i < now.rows().size(); i++) {
            paintRow(g, now.rows().get(i), i, now, left, right, span, names);
        }
    }

    private void tick(GraphicsContext g, double value, double x, double bottom) {
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(Figures.fixed(value, 2), x, bottom + 10);
    }

    private void paintRow(
            GraphicsContext g,
            IntervalData.Row row,
            int number,
            IntervalData now,
            double left,
            double right,
            double span,
            double names) {
        double y = number * ROW + ROW / 2;
        Color color = number == 0 ? accent() : faint();
        g.setFont(number == 0 || number == marked ? face.bold() : face.regular());
        g.setFill(ink());
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(face.fit(row.name(), names - 8), names - 4, y);
        g.setStroke(color);
        g.setFill(color);
        if (Double.isFinite(row.low()) && Double.isFinite(row.high())) {
            g.setLineWidth(3);
            g.setGlobalAlpha(0.6);
            g.strokeLine(x(row.low(), now, left, right, span), y, x(row.high(), now, left, right, span), y);
            g.setGlobalAlpha(1);
            g.setLineWidth(1);
        }
        double x = x(row.mean(), now, left, right, span);
        g.fillOval(x - DOT / 2, y - DOT / 2, DOT, DOT);
        g.setFill(ink());
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(Figures.fixed(row.mean(), now.digits()), right + DOT + FIGURE, y);
    }

    private static double x(double value, IntervalData now, double left, double right, double span) {
        return Math.round(left + (right - left) * (value - now.low()) / span) + .5;
    }
}
