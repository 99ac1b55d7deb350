package dev.interestlens.export.report;

import dev.interestlens.explain.StatePath;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Ways of a state through a plane, one a candidate, told apart by colour, dash and name; the newest behaviour is the large dot. Both axes have one scale. */
final class PathSvg {
    static final int WIDTH = 480;

    private static final int LEFT = 12;
    private static final int SIDE = 456;
    private static final int TOP = 10;
    private static final int DEEP = 260;
    private static final int ROW = 19;
    private static final double NAME_EMS = 33;
    private static final List<String> COLOURS = List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00");
    private static final List<String> DASHES = List.of("none", "6 3", "2 3", "8 3 2 3", "1 2");

    private final StatePath path;
    private final Lettering lettering;
    private final double middleX;
    private final double middleY;
    private final double unit;

    PathSvg(StatePath path, Lettering lettering) {
        this.path = path;
        this.lettering = lettering;
        double[] x = ends(StatePath.Track::x);
        double[] y = ends(StatePath.Track::y);
        middleX = (x[0] + x[1]) / 2;
        middleY = (y[0] + y[1]) / 2;
        unit = Math.min((SIDE - 24) / Math.max(1e-9, x[1] - x[0]), (DEEP - 24) / Math.max(1e-9, y[1] - y[0]));
    }

    private double[] ends(Function<StatePath.Track, double[]> of) {
        double[] all = path.tracks().stream()
                .flatMapToDouble(track -> Arrays.stream(of.apply(track)))
                .toArray();
        return new double[] {
            Arrays.stream(all).min().orElse(0), Arrays.stream(all).max().orElse(0)
        };
    }

    int height() {
        return TOP + DEEP + 30 + ROW * path.tracks().size();
    }

    String group() {
        StringBuilder svg = new StringBuilder("<g>");
        svg.append("<rect class=\"frame\" fill=\"none\" stroke=\"#d5dae0\" x=\"" + LEFT + "\" y=\"" + TOP
                + "\" width=\"" + SIDE + "\" height=\"" + DEEP + "\"/>");
        lettering.text(
                svg,
                LEFT,
                TOP + DEEP + 16,
                "start",
                "tick",
                Words.of("path.axes")
                        .with("first", Markup.number(100 * path.firstShare(), 0))
                        .with("second", Markup.number(100 * path.secondShare(), 0))
                        .text());
        for (int i = path.tracks().size() - 1; i >= 0; i--) {
            track(svg, path.tracks().get(i), i);
        }
        return svg.append("</g>").toString();
    }

    private void track(StringBuilder svg, StatePath.Track track, int index) {
        String colour = COLOURS.get(index % COLOURS.size());
        String stroke = " fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"" + (index == 0 ? 2.2 : 1.3)
                + "\" stroke-dasharray=\"" + DASHES.get(index % DASHES.size()) + "\"";
        StringBuilder points = new StringBuilder();
        int last = track.x().length - 1;
        for (int t = 0; t <= last; t++) {
            points.append(x(track, t)).append(',').append(y(track, t)).append(' ');
        }
        svg.append("<polyline" + stroke + " points=\"" + points.toString().trim() + "\"/>");
        svg.append("<circle fill=\"" + colour + "\" r=\"" + (index == 0 ? 5 : 4) + "\" cx=\"" + x(track, last)
                + "\" cy=\"" + y(track, last) + "\"/>");
        int row = TOP + DEEP + 36 + ROW * index;
        svg.append("<path" + stroke + " d=\"M" + LEFT + " " + (row - 4) + "h28\"/>");
        lettering.text(svg, LEFT + 38, row, "start", "label", track.name(), NAME_EMS);
    }

    private String x(StatePath.Track track, int t) {
        return Markup.at(LEFT + SIDE / 2.0 + unit * (track.x()[t] - middleX));
    }

    private String y(StatePath.Track track, int t) {
        return Markup.at(TOP + DEEP / 2.0 - unit * (track.y()[t] - middleY));
    }
}
