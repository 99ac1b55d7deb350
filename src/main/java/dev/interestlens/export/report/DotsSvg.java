package dev.interestlens.export.report;

import dev.interestlens.explain.Figure;
import dev.interestlens.explain.Text;
import java.util.List;

/** Means with their 95 % intervals on one scale, a row each; the first stands out. A line marks 0 where it lies within. */
final class DotsSvg {
    static final int WIDTH = 480;

    private static final int LEFT = 158;
    private static final int RIGHT = 416;
    private static final int ROW = 26;
    private static final int BELOW = 30;
    /** Between the middles of two numbers below the axis. */
    private static final int APART = 36;

    /** One row. */
    record Row(Text name, Figure figure) {}

    private final List<Row> rows;
    private final Lettering lettering;
    private final double low;
    private final double high;

    DotsSvg(List<Row> rows, Lettering lettering) {
        this.rows =
                rows.stream().filter(row -> !Double.isNaN(row.figure().mean())).toList();
        this.lettering = lettering;
        double least = 0;
        double most = 0;
        for (Row row : this.rows) {
            for (double value : new double[] {
                row.figure().mean(), row.figure().low(), row.figure().high()
            }) {
                least = Double.isFinite(value) ? Math.min(least, value) : least;
                most = Double.isFinite(value) ? Math.max(most, value) : most;
            }
        }
        double room = Math.max(1e-6, 0.05 * (most - least));
        low = least < 0 ? least - room : 0;
        high = most + room;
    }

    int height() {
        return rows.size() * ROW + BELOW;
    }

    String group() {
        StringBuilder svg = new StringBuilder("<g>");
        int bottom = rows.size() * ROW;
        if (low == 0 || x(0) - x(low) > APART) {
            tick(svg, low, bottom);
        }
        tick(svg, high, bottom);
        if (low < 0) {
            tick(svg, 0, bottom);
        }
        for (int i = 0; i < rows.size(); i++) {
            row(svg, rows.get(i), i);
        }
        return svg.append("</g>").toString();
    }

    private void tick(StringBuilder svg, double value, int bottom) {
        svg.append("<path class=\"zero\" stroke=\"#8a929c\" stroke-width=\"1\" d=\"M" + Markup.at(x(value)) + " 0V"
                + bottom + "\"/>");
        lettering.text(svg, x(value), bottom + 16, "middle", "tick", Markup.number(value, 2));
    }

    private void row(StringBuilder svg, Row row, int number) {
        Figure figure = row.figure();
        double y = number * ROW + ROW / 2.0;
        String kind = number == 0 ? "of-look" : "of-chance";
        String colour = number == 0 ? "#0072b2" : "#5a636e";
        lettering.text(svg, LEFT - 12, y + 4, "end", "label", row.name(), 12);
        if (Double.isFinite(figure.low()) && Double.isFinite(figure.high())) {
            svg.append("<path class=\"curve " + kind + "\" stroke=\"" + colour + "\" stroke-width=\"3\" d=\"M"
                    + Markup.at(x(figure.low())) + " " + Markup.at(y) + "H" + Markup.at(x(figure.high())) + "\"/>");
        }
        svg.append("<circle class=\"key " + kind + "\" fill=\"" + colour + "\" cx=\"" + Markup.at(x(figure.mean()))
                + "\" cy=\"" + Markup.at(y) + "\" r=\"5\"><title>" + figure.samples() + "</title></circle>");
        lettering.text(svg, RIGHT + 14, y + 4, "start", "label", Markup.number(figure.mean(), 3));
    }

    private double x(double value) {
        return LEFT + (RIGHT - LEFT) * (value - low) / (high - low);
    }
}
