package dev.interestlens.figure.paint;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Markers;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Phrases;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.data.PathData;

/**
 * Draws paths in a plane, with equal units on both axes. Later steps are darker, which shows the direction.
 *
 * @param marked the point that is read; null for none
 * @param upTo the last point that is drawn; the scale is that of the whole paths
 */
public record PathPainter(PathData data, PathData.Place marked, int upTo) implements Drawing {
    private static final double LEGEND = 232;
    private static final double EDGE = 18;
    private static final double BELOW = 20;
    private static final double ROW = 20;

    public PathPainter(PathData data, PathData.Place marked) {
        this(data, marked, Integer.MAX_VALUE);
    }

    @Override
    public double width(Surface ruler) {
        return 720;
    }

    @Override
    public double height(Surface ruler, double width) {
        return Math.max(320, (data.tracks().size() + 2) * ROW);
    }

    /** The mapping from values to pixels. */
    public record Layout(double scale, double originX, double originY) {
        double x(double value) {
            return originX + scale * value;
        }

        double y(double value) {
            return originY - scale * value;
        }
    }

    public Layout layout(double width, double height) {
        double[] ends = {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE};
        for (PathData.Track track : data.tracks()) {
            for (int i = 0; i < track.x().length; i++) {
                ends[0] = Math.min(ends[0], track.x()[i]);
                ends[1] = Math.max(ends[1], track.x()[i]);
                ends[2] = Math.min(ends[2], track.y()[i]);
                ends[3] = Math.max(ends[3], track.y()[i]);
            }
        }
        double wide = width - LEGEND;
        double high = height - BELOW;
        double scale = Math.min(
                (wide - 2 * EDGE) / Math.max(1e-9, ends[1] - ends[0]),
                (high - 2 * EDGE) / Math.max(1e-9, ends[3] - ends[2]));
        return new Layout(
                scale, wide / 2 - scale * (ends[0] + ends[1]) / 2, high / 2 + scale * (ends[2] + ends[3]) / 2);
    }

    /** The point nearest to a position, within a distance; null for none. */
    public PathData.Place nearest(Layout layout, double x, double y, double most) {
        PathData.Place found = null;
        double least = most;
        for (int t = 0; t < data.tracks().size(); t++) {
            PathData.Track track = data.tracks().get(t);
            for (int i = 0; i < track.x().length; i++) {
                double far = Math.hypot(x - layout.x(track.x()[i]), y - layout.y(track.y()[i]));
                if (far < least) {
                    least = far;
                    found = new PathData.Place(t, i);
                }
            }
        }
        return found;
    }

    @Override
    public void paint(Surface surface, double width, double height) {
        if (data.tracks().isEmpty()) {
            return;
        }
        Layout layout = layout(width, height);
        surface.frame(.5, .5, width - LEGEND - 1, height - BELOW - 1, Pen.thin(Ink.Role.LINE));
        surface.small(Phrases.of("path.axes", data.across(), data.up()), Spot.start(0, height - 8), Ink.Role.FAINT);
        for (int t = data.tracks().size() - 1; t >= 0; t--) {
            track(surface, data.tracks().get(t), t, layout);
        }
        legend(surface, width);
        if (marked != null) {
            PathData.Track track = data.tracks().get(marked.track());
            surface.ring(
                    layout.x(track.x()[marked.point()]),
                    layout.y(track.y()[marked.point()]),
                    7,
                    new Pen(Ink.Role.INK, 2));
        }
    }

    private void track(Surface surface, PathData.Track track, int number, Layout layout) {
        Ink ink = new Ink.Series(number);
        int last = Math.min(upTo, track.x().length - 1);
        for (int i = 1; i <= last; i++) {
            surface.line(
                    layout.x(track.x()[i - 1]),
                    layout.y(track.y()[i - 1]),
                    layout.x(track.x()[i]),
                    layout.y(track.y()[i]),
                    new Pen(
                            ink.faded(0.35 + 0.65 * i / last),
                            number == 0 ? 2 : 1.2,
                            Pen.series(number).dashes()));
        }
        for (int i = 1; i <= last; i++) {
            double radius = i == last ? 5.5 : number == 0 ? 2.5 : 1.5;
            double x = layout.x(track.x()[i]);
            double y = layout.y(track.y()[i]);
            surface.told(describe(new PathData.Place(number, i)), () -> Markers.draw(surface, number, x, y, 1, radius));
        }
        surface.rect(layout.x(track.x()[0]) - 3, layout.y(track.y()[0]) - 3, 6, 6, Ink.Role.FAINT);
    }

    private void legend(Surface surface, double width) {
        double x = width - LEGEND + 16;
        double y = 12;
        for (int t = 0; t < data.tracks().size(); t++) {
            Letters letters = t == 0 ? Letters.SMALL_BOLD : Letters.SMALL;
            Markers.draw(surface, t, x + 5, y, 1, 5);
            surface.fitted(data.tracks().get(t).name(), LEGEND - 36, Spot.start(x + 18, y), letters, Ink.Role.INK);
            y += ROW;
        }
        surface.rect(x + 2, y - 3, 6, 6, Ink.Role.FAINT);
        surface.small(Phrases.of("path.start"), Spot.start(x + 18, y), Ink.Role.FAINT);
    }

    /** A point in words. */
    public Phrase describe(PathData.Place place) {
        PathData.Track track = data.tracks().get(place.track());
        Phrase step = place.point() == 0
                ? Phrases.of("path.start")
                : language -> place.point() + " · "
                        + data.steps().get(place.point() - 1).in(language);
        return language -> track.name().in(language) + " · " + step.in(language) + "   "
                + Numerals.signed(track.x()[place.point()]) + ", " + Numerals.signed(track.y()[place.point()]);
    }
}
