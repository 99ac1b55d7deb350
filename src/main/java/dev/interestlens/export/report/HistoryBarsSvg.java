package dev.interestlens.export.report;

import dev.interestlens.explain.HistoryBars;
import java.util.List;

/** Rows of bars over one history; rows of a group share their scale. */
final class HistoryBarsSvg {
    static final int WIDTH = 480;

    private static final int LEFT = 6;
    private static final int RIGHT = 470;
    private static final int NAME = 20;
    private static final int BARS = 46;
    private static final int ROW = NAME + BARS + 8;
    private static final double NAME_EMS = 30;
    private static final double WIDEST = 26;

    /** Okabe and Ito, in the order of the window. */
    private static final List<String> LANES =
            List.of("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#000000");

    private final HistoryBars bars;
    private final Lettering lettering;

    HistoryBarsSvg(HistoryBars bars, Lettering lettering) {
        this.bars = bars;
        this.lettering = lettering;
    }

    int height() {
        return ROW * bars.rows().size() + 22;
    }

    String group() {
        StringBuilder svg = new StringBuilder("<g>");
        int n = bars.steps().size();
        double column = Math.min(WIDEST, (RIGHT - LEFT) / (double) Math.max(1, n));
        for (int i = 0; i < bars.rows().size(); i++) {
            row(svg, bars.rows().get(i), i * ROW, column);
        }
        int every = Math.max(1, (int) Math.ceil(20 / column));
        for (int step = 0; step < n; step += every) {
            double x = LEFT + column * (step + 0.5);
            lettering.text(svg, x, ROW * bars.rows().size() + 12, "middle", "tick", String.valueOf(step + 1));
        }
        return svg.append("</g>").toString();
    }

    private void row(StringBuilder svg, HistoryBars.Row row, double top, double column) {
        lettering.text(svg, LEFT, top + 14, "start", "label", row.name(), NAME_EMS);
        double most = bars.most(row.group());
        lettering.text(
                svg,
                RIGHT,
                top + 14,
                "end",
                "tick",
                row.signed() ? "± " + Markup.number(most, 2) : "0 – " + Markup.number(most, 2));
        double room = row.signed() ? BARS / 2.0 : BARS;
        double zero = top + NAME + room;
        for (int step = 0; step < row.values().length; step++) {
            double value = row.values()[step];
            double size = most == 0 || !Double.isFinite(value) ? 0 : Math.abs(value) / most * room;
            String kind = !row.signed() ? "look" : value < 0 ? "down" : "up";
            String colour = !row.signed() ? "#5b6b8c" : value < 0 ? "#d55e00" : "#0072b2";
            if (!row.signed() && bars.lanes().length > 0 && bars.lanes()[step] >= 0) {
                kind = "lane"; // no rule of the page, so that the colour stays
                colour = LANES.get(bars.lanes()[step] % LANES.size());
            }
            svg.append("<rect class=\"" + kind + "\" fill=\"" + colour + "\" x=\""
                    + Markup.at(LEFT + column * step + column * 0.12) + "\" y=\""
                    + Markup.at(value < 0 && row.signed() ? zero : zero - size) + "\" width=\""
                    + Markup.at(column * 0.76)
                    + "\" height=\"" + Markup.at(size) + "\"><title>"
                    + Markup.escape(lettering.hover(bars.steps().labels().get(step)) + ": " + Markup.number(value, 4))
                    + "</title></rect>");
        }
        for (int step = 0; step < row.from().length; step++) {
            String x = Markup.at(LEFT + column * (step + 0.5));
            svg.append("<path class=\"frame\" style=\"stroke:currentColor\" stroke=\"#1b1f24\" d=\"M" + x + " "
                    + Markup.at(zero - row.from()[step] / most * room) + "V"
                    + Markup.at(zero - row.to()[step] / most * room) + "\"/>");
        }
        svg.append("<path class=\"zero\" stroke=\"#5a636e\" d=\"M" + LEFT + " " + Markup.at(zero) + "H"
                + Markup.at(LEFT + column * row.values().length) + "\"/>");
    }
}
