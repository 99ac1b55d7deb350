package dev.interestlens.export.report;

import dev.interestlens.explain.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Lines over epochs, told apart by colour (Okabe and Ito), dash and name. */
final class LinesSvg {
    static final int WIDTH = 760;

    private static final int LEFT = 56;
    private static final int RIGHT = 744;
    private static final int TOP = 28;
    private static final int BOTTOM = 260;
    private static final int ROW = 20;
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#5b6b8c", "#7a7a7a");
    private static final List<String> DASHES = List.of("none", "8 4", "2 3", "12 4 2 4");

    private final Text across;
    private final Text up;
    private final List<String> names = new ArrayList<>();
    private final List<double[]> lines = new ArrayList<>();

    LinesSvg(Text across, Text up) {
        this.across = across;
        this.up = up;
    }

    /** @param values one an epoch, null where it is not defined */
    void add(String name, List<Double> values) {
        names.add(name);
        lines.add(values.stream()
                .mapToDouble(value -> value == null ? Double.NaN : value)
                .toArray());
    }

    int height() {
        return BOTTOM + 44 + ROW * names.size();
    }

    String group(Locale language) {
        double[] all = lines.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .toArray();
        double low = Math.floor(Arrays.stream(all).min().orElse(0) * 50) / 50;
        double high = Math.max(low + 0.02, Math.ceil(Arrays.stream(all).max().orElse(1) * 50) / 50);
        int most = lines.stream().mapToInt(line -> line.length).max().orElse(1);
        StringBuilder svg = new StringBuilder("<g>");
        svg.append("<rect class=\"frame\" fill=\"none\" x=\"" + LEFT + "\" y=\"" + TOP + "\" width=\"" + (RIGHT - LEFT)
                + "\" height=\"" + (BOTTOM - TOP) + "\"/>");
        text(svg, LEFT, TOP - 10, "start", up.in(language));
        text(svg, RIGHT, BOTTOM + 32, "end", across.in(language));
        for (int i = 0; i <= 4; i++) {
            double value = low + (high - low) * i / 4;
            text(svg, LEFT - 6, y(value, low, high) + 4, "end", Markup.number(value, 3));
        }
        int stride = Math.max(1, (most + 11) / 12);
        for (int epoch = 1; epoch <= most; epoch += stride) {
            text(svg, x(epoch - 1, most), BOTTOM + 16, "middle", String.valueOf(epoch));
        }
        for (int i = 0; i < lines.size(); i++) {
            line(svg, i, low, high, most);
        }
        return svg.append("</g>").toString();
    }

    private void line(StringBuilder svg, int index, double low, double high, int most) {
        double[] values = lines.get(index);
        String stroke = " fill=\"none\" stroke=\"" + COLOURS.get(index % COLOURS.size())
                + "\" stroke-width=\"2\" stroke-dasharray=\"" + DASHES.get(index / COLOURS.size() % DASHES.size())
                + "\"";
        StringBuilder points = new StringBuilder();
        for (int e = 0; e < values.length; e++) {
            if (Double.isFinite(values[e])) {
                String at = Markup.at(x(e, most)) + "," + Markup.at(y(values[e], low, high));
                points.append(at).append(' ');
                String[] xy = at.split(",");
                svg.append("<circle r=\"3\" cx=\"" + xy[0] + "\" cy=\"" + xy[1] + "\"" + stroke + "/>");
            }
        }
        svg.append("<polyline" + stroke + " points=\"" + points.toString().trim() + "\"/>");
        int row = BOTTOM + 52 + ROW * index;
        svg.append("<path" + stroke + " d=\"M" + LEFT + " " + (row - 4) + "h28\"/>");
        text(svg, LEFT + 38, row, "start", Figures.cut(names.get(index), 60));
    }

    private static double x(int epoch, int most) {
        return most <= 1 ? (LEFT + RIGHT) / 2.0 : LEFT + (RIGHT - LEFT) * (double) epoch / (most - 1);
    }

    private static double y(double value, double low, double high) {
        return BOTTOM - (BOTTOM - TOP) * (value - low) / (high - low);
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String words) {
        svg.append("<text class=\"tick\" x=\"" + Markup.at(x) + "\" y=\"" + Markup.at(y) + "\" text-anchor=\"" + anchor
                + "\">" + Markup.escape(words) + "</text>");
    }
}
