package dev.interestlens.ui.control.diagram;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Surface;
import java.util.List;

/**
 * A diagram as it is laid out in the window, for slides.
 *
 * @param boxes with their places
 * @param lines with their arrows
 */
record WiringPicture(List<Placed> boxes, List<Line> lines, double wide, double high) implements Drawing {
    private static final double ROUND = 6;
    private static final double EDGE = 8;
    private static final double LEADING = 16;
    private static final double TINT = 0.14;

    /** A box and where it is. */
    record Placed(WiringData.Box box, double x, double y, double width, double height) {}

    /**
     * A line that ends in an arrow.
     *
     * @param points x and y in turn
     * @param arrow the corners of the arrow, likewise
     */
    record Line(List<Double> points, List<Double> arrow, boolean aside) {}

    WiringPicture {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    @Override
    public double width(Surface ruler) {
        return wide;
    }

    @Override
    public double height(Surface ruler, double width) {
        return high;
    }

    @Override
    public void paint(Surface surface, double width, double height) {
        double left = Math.max(0, (width - wide) / 2);
        for (Placed each : boxes) {
            box(surface, each, left);
        }
        for (Line line : lines) {
            surface.polyline(
                    along(line.points, 0, left),
                    along(line.points, 1, 0),
                    line.aside ? Pen.dashed(Ink.Role.FAINT) : Pen.thin(Ink.Role.FAINT));
            surface.area(along(line.arrow, 0, left), along(line.arrow, 1, 0), Ink.Role.FAINT);
        }
    }

    private static void box(Surface surface, Placed placed, double left) {
        double x = left + placed.x;
        if (placed.box.kind() == WiringData.Kind.LEARNED) {
            surface.round(x, placed.y, placed.width, placed.height, ROUND, Ink.Role.ACCENT.faded(TINT));
        }
        Ink frame = placed.box.kind() == WiringData.Kind.LEARNED ? Ink.Role.ACCENT : Ink.Role.LINE;
        Pen pen = placed.box.kind() == WiringData.Kind.ASIDE ? Pen.dashed(frame) : Pen.thin(frame);
        surface.roundFrame(x, placed.y, placed.width, placed.height, ROUND, pen);
        double room = placed.width - 2 * EDGE;
        Phrase note = Phrase.same(placed.box.note());
        List<Phrase> title = surface.lines(Phrase.same(placed.box.title()), Letters.BOLD, room);
        boolean below = !placed.box.note().isEmpty() && (title.size() + 1) * LEADING <= placed.height;
        double y = placed.y + (placed.height - (title.size() - (below ? 0 : 1)) * LEADING) / 2;
        for (Phrase line : title) {
            surface.text(line, Spot.start(x + EDGE, y), Letters.BOLD, Ink.Role.INK);
            y += LEADING;
        }
        if (below) {
            surface.text(
                    surface.fit(note, Letters.PLAIN, room), Spot.start(x + EDGE, y), Letters.PLAIN, Ink.Role.FAINT);
        } else {
            double end = x + placed.width - EDGE;
            surface.text(note, Spot.end(end, placed.y + placed.height / 2), Letters.PLAIN, Ink.Role.FAINT);
        }
    }

    private static double[] along(List<Double> points, int from, double moved) {
        double[] all = new double[points.size() / 2];
        for (int i = 0; i < all.length; i++) {
            all[i] = points.get(2 * i + from) + moved;
        }
        return all;
    }
}
