package dev.interestlens.ui.control;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Rows of bars over one history, so that opinions about the same behaviours stand below each other. Arrow keys and the pointer read a behaviour in all rows. */
public final class HistoryRows extends PlacesChart<RowsData> {
    private static final double GUTTER = 176;
    private static final double WORDS = 76;
    private static final double ROW = 60;

    /** Room that a number takes above or below its bar. */
    private static final double NUMBER = 15;

    /** Room where no bars go. */
    private static final double MARGIN = 4;

    private static final double WIDEST = 72;

    private final Typeface face = new Typeface(12);
    private final Typeface small = new Typeface(11);
    private double column = 1;

    public HistoryRows(Words words) {
        super("history-rows", words, RowsData.empty());
        setMinSize(320, 160);
        dataProperty().addListener((observed, before, now) -> {
            setMinHeight(Math.max(160, now.rows().size() * ROW + WORDS));
            setPrefHeight(getMinHeight());
        });
    }

    @Override
    protected int places() {
        return data().behaviours().size();
    }

    @Override
    protected double firstX() {
        return GUTTER;
    }

    @Override
    protected double placeWidth() {
        return column;
    }

    @Override
    protected String summary() {
        return words().text(
                        "control.rows.summary",
                        data().rows().size(),
                        data().behaviours().size());
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        RowsData now = data();
        if (now.behaviours().isEmpty() || now.rows().isEmpty()) {
            return;
        }
        double room = (width - GUTTER - 8) / now.behaviours().size();
        column = Math.min(WIDEST, room >= 8 ? Math.floor(room) : room);
        double row = Math.min(ROW * 1.8, (height - WORDS) / now.rows().size());
        if (marked() >= 0) {
            g.setGlobalAlpha(0.09);
            g.setFill(ink());
            g.fillRoundRect(x(marked()), 0, column, height, 6, 6);
            g.setGlobalAlpha(1);
        }
        g.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < now.rows().size(); i++) {
            paintRow(g, now, now.rows().get(i), i * row, row);
        }
        paintWords(g, now, row * now.rows().size() + 6, height);
    }

    private void paintRow(GraphicsContext g, RowsData now, RowsData.Row row, double top, double height) {
        double low = now.low(row.group());
        double high = now.high(row.group());
        double span = Math.max(high - low, 1e-12);
        double above = high > 0 ? NUMBER : MARGIN;
        double room = height - above - (low < 0 ? NUMBER : MARGIN);
        double zero = Math.round(top + above + room * high / span) + .5;
        g.setTextAlign(TextAlignment.LEFT);
        g.setFont(face.bold());
        g.setFill(ink());
        g.fillText(face.fit(row.name(), GUTTER - 12), 0, top + 14);
        g.setFont(small.regular());
        g.setFill(faint());
        g.fillText(small.fit(row.note(), GUTTER - 12), 0, top + 31);
        double gap = column >= 12 ? Math.min(12, column * 0.2) : column > 3 ? 1 : 0;
        for (int j = 0; j < row.values().length; j++) {
            double value = row.values()[j];
            if (Double.isFinite(value)) {
                double size = Math.abs(value) / span * room;
                g.setFill(color(row, j));
                double from = value >= 0 ? zero - size : zero;
                g.fillRect(x(j) + gap, from, column - 2 * gap, size > 0 ? Math.max(1, size) : 0);
                String text = row.signed() ? Figures.signed(value) : Figures.of(value);
                if (row.from().length == 0 && size >= 1 && small.width(text) <= column - 4) {
                    g.setFill(ink());
                    g.setTextAlign(TextAlignment.CENTER);
                    g.fillText(text, x(j) + column / 2, value >= 0 ? from - 7 : zero + size + 7);
                    g.setTextAlign(TextAlignment.LEFT);
                }
            }
        }
        for (int j = 0; j < row.from().length; j++) {
            double middle = Math.round(x(j) + column / 2) + .5;
            double cap = Math.min(4, column / 4);
            double bottom = zero - row.from()[j] / span * room;
            double upper = zero - row.to()[j] / span * room;
            g.setStroke(ink());
            g.setLineWidth(1);
            g.strokeLine(middle, bottom, middle, upper);
            g.strokeLine(middle - cap, bottom, middle + cap, bottom);
            g.strokeLine(middle - cap, upper, middle + cap, upper);
        }
        g.setStroke(line());
        g.setLineWidth(1);
        g.strokeLine(GUTTER - 4, zero, x(row.values().length) + 4, zero);
    }

    private Color color(RowsData.Row row, int at) {
        if (!row.signed()) {
            boolean owned = row.lanes().length > 0 && row.lanes()[at] >= 0;
            return owned ? ColorScale.series(row.lanes()[at]) : faint();
        }
        return row.values()[at] >= 0 ? ColorScale.BLUE : ColorScale.VERMILLION;
    }

    private void paintWords(GraphicsContext g, RowsData now, double top, double height) {
        int step = Math.max(1, (int) Math.ceil(14 / column));
        g.setFill(ink());
        g.setFont(small.regular());
        for (int j = 0; j < now.behaviours().size(); j++) {
            if (j % step == 0 || j == marked()) {
                g.save();
                g.setTextAlign(TextAlignment.RIGHT);
                g.translate(x(j) + column / 2 + 4, top + 2);
                g.rotate(-52);
                g.fillText(small.fit(now.behaviours().get(j), (height - top) / 0.79 - 8), 0, 0);
                g.restore();
            }
        }
    }

    private double x(int behaviour) {
        return GUTTER + column * behaviour;
    }

    @Override
    protected NumberTable numbers() {
        return NumberTable.of(
                "",
                data().behaviours(),
                data().rows().stream().map(RowsData.Row::name).toList(),
                data().rows().stream().map(RowsData.Row::values).toList());
    }

    @Override
    protected String describe(int behaviour) {
        RowsData now = data();
        StringBuilder text = new StringBuilder(now.behaviours().get(behaviour));
        for (RowsData.Row row : now.rows()) {
            double value = row.values()[behaviour];
            text.append("   ").append(row.name()).append(' ');
            text.append(row.signed() ? Figures.signed(value) : Figures.of(value));
            if (row.from().length > 0) {
                text.append(" [")
                        .append(Figures.of(row.from()[behaviour]))
                        .append(", ")
                        .append(Figures.of(row.to()[behaviour]))
                        .append(']');
            }
        }
        return text.toString();
    }
}
