package dev.interestlens.export.report;

import dev.interestlens.explain.StepLines;
import java.util.Arrays;
import java.util.List;

/** Numbers along the history as lines with a dot a behaviour; a value worth it has a line across. */
final class StepLinesSvg {
    static final int WIDTH = 480;
    static final int HEIGHT = 168;

    private static final int LEFT = 46;
    private static final int RIGHT = 470;
    private static final int TOP = 10;
    private static final int BOTTOM = 140;
    private static final List<String> KINDS = List.of("of-effect", "of-look", "of-chance");

    private final StepLines lines;
    private final Lettering lettering;
    private final double low;
    private final double high;

    StepLinesSvg(StepLines lines, Lettering lettering) {
        this.lines = lines;
        this.lettering = lettering;
        double[] all = lines.lines().stream()
                .flatMapToDouble(line -> Arrays.stream(line.values()))
                .filter(Double::isFinite)
                .toArray();
        double least = Double.isNaN(lines.from()) ? Arrays.stream(all).min().orElse(0) : lines.from();
        double most = Double.isNaN(lines.to()) ? Arrays.stream(all).max().orElse(1) : lines.to();
        low = least;
        high = most > least ? most : least + 1;
    }

    String group() {
        StringBuilder svg = new StringBuilder("<g>");
        svg.append("<rect class=\"frame\" fill=\"none\" stroke=\"#d5dae0\" x=\"" + LEFT + "\" y=\"" + TOP
                + "\" width=\"" + (RIGHT - LEFT) + "\" height=\"" + (BOTTOM - TOP) + "\"/>");
        for (int i = 0; i <= 2; i++) {
            double value = low + (high - low) * i / 2;
            lettering.text(svg, LEFT - 6, y(value) + 4, "end", "tick", Markup.number(value, 2));
        }
        int n = lines.steps().size();
        int every = Math.max(1, (n + 11) / 12);
        for (int step = 0; step < n; step += every) {
            lettering.text(svg, x(step), BOTTOM + 16, "middle", "tick", String.valueOf(step + 1));
        }
        if (Double.isFinite(lines.reference())) {
            svg.append("<path class=\"even\" fill=\"none\" stroke=\"#1b1f24\" stroke-dasharray=\"2 2\" d=\"M" + LEFT
                    + " " + Markup.at(y(lines.reference())) + "H" + RIGHT + "\"/>");
        }
        for (int i = 0; i < lines.lines().size(); i++) {
            line(svg, lines.lines().get(i), KINDS.get(i % KINDS.size()));
        }
        return svg.append("</g>").toString();
    }

    private void line(StringBuilder svg, StepLines.Line line, String kind) {
        StringBuilder points = new StringBuilder();
        for (int step = 0; step < line.values().length; step++) {
            double value = line.values()[step];
            if (Double.isFinite(value)) {
                String x = Markup.at(x(step));
                String y = Markup.at(y(value));
                points.append(x).append(',').append(y).append(' ');
                svg.append("<circle class=\"key " + kind + "\" fill=\"#0072b2\" r=\"2.5\" cx=\"" + x + "\" cy=\"" + y
                        + "\"><title>"
                        + Markup.escape(
                                lettering.hover(lines.steps().labels().get(step)) + ": " + Markup.number(value, 4))
                        + "</title></circle>");
            }
        }
        svg.append("<polyline class=\"curve " + kind + "\" fill=\"none\" stroke=\"#0072b2\" points=\""
                + points.toString().trim() + "\"/>");
    }

    private double x(int step) {
        int n = lines.steps().size();
        return n <= 1 ? (LEFT + RIGHT) / 2.0 : LEFT + 8 + (RIGHT - LEFT - 16) * (double) step / (n - 1);
    }

    private double y(double value) {
        return BOTTOM - (BOTTOM - TOP) * (Math.max(low, Math.min(high, value)) - low) / (high - low);
    }
}
