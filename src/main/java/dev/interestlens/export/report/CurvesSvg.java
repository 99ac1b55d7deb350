package dev.interestlens.export.report;

import dev.interestlens.explain.Curves;
import dev.interestlens.explain.Text;
import java.util.Arrays;
import java.util.stream.Stream;

/** The score while behaviours are taken away: in the order of Look, of Effect and of chance. */
final class CurvesSvg {
    static final int WIDTH = 480;
    static final int HEIGHT = 288;

    private static final int LEFT = 48;
    private static final int TOP = 12;
    private static final int RIGHT = 470;
    private static final int BOTTOM = 200;

    private final Curves curves;
    private final Lettering lettering;
    private final double low;
    private final double high;

    CurvesSvg(Curves curves, Lettering lettering) {
        this.curves = curves;
        this.lettering = lettering;
        double[] all = Stream.of(curves.look().deletion(), curves.effect().deletion(), curves.randomDeletion())
                .flatMapToDouble(Arrays::stream)
                .toArray();
        low = Math.floor(Arrays.stream(all).min().orElse(0) * 20) / 20;
        high = Math.max(low + 0.05, Math.ceil(Arrays.stream(all).max().orElse(1) * 20) / 20);
    }

    String group() {
        StringBuilder svg = new StringBuilder("<g>");
        svg.append("<rect class=\"frame\" fill=\"none\" stroke=\"#d5dae0\" x=\"" + LEFT + "\" y=\"" + TOP
                + "\" width=\"" + (RIGHT - LEFT) + "\" height=\"" + (BOTTOM - TOP) + "\"/>");
        for (int i = 0; i <= 2; i++) {
            double score = low + (high - low) * i / 2;
            text(svg, LEFT - 6, y(score) + 4, "end", Text.same(Markup.number(score, 3)));
        }
        String count = String.valueOf(curves.randomDeletion().length - 1);
        text(
                svg,
                (LEFT + RIGHT) / 2.0,
                BOTTOM + 20,
                "middle",
                Words.of("curveAxis").with("count", count).text());
        line(svg, "of-chance", "#5a636e", curves.randomDeletion(), 2, name("curveChance", curves.randomDeletionArea()));
        line(
                svg,
                "of-effect",
                "#0072b2",
                curves.effect().deletion(),
                1,
                name("curveEffect", curves.effect().deletionArea()));
        line(
                svg,
                "of-look",
                "#5b6b8c",
                curves.look().deletion(),
                0,
                name("curveLook", curves.look().deletionArea()));
        return svg.append("</g>").toString();
    }

    private static Text name(String key, double area) {
        return Words.of(key).with("area", Markup.number(area, 3)).text();
    }

    private void line(StringBuilder svg, String kind, String colour, double[] curve, int row, Text name) {
        StringBuilder points = new StringBuilder();
        for (int k = 0; k < curve.length; k++) {
            double x = LEFT + (RIGHT - LEFT) * (curve.length == 1 ? 0 : k / (curve.length - 1.0));
            points.append(Markup.at(x))
                    .append(',')
                    .append(Markup.at(y(curve[k])))
                    .append(' ');
        }
        svg.append("<polyline class=\"curve " + kind + "\" fill=\"none\" stroke=\"" + colour
                + "\" stroke-width=\"2\" points=\"" + points.toString().trim() + "\"/>");
        int top = BOTTOM + 36 + 18 * row;
        svg.append("<path class=\"curve " + kind + "\" fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"2\" d=\"M"
                + LEFT + " " + (top + 2) + "h24\"/>");
        text(svg, LEFT + 32, top + 6, "start", name);
    }

    private double y(double score) {
        return BOTTOM - (BOTTOM - TOP) * (score - low) / (high - low);
    }

    private void text(StringBuilder svg, double x, double y, String anchor, Text words) {
        lettering.text(svg, x, y, anchor, "tick", words);
    }
}
