package dev.interestlens.figure.paint;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Scale;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.data.AttentionStripData;

/**
 * Draws attention as it changes during training: one row for each moment, the newest at the bottom, one column for each behaviour; below them the
 * name of the behaviour with the greatest weight at the newest moment, and the scale of the colours.
 *
 * @param marked the weight that is read, null for none
 */
public record AttentionStripPainter(AttentionStripData data, Cell marked) implements Drawing {
    private static final double ROW = 14;
    private static final double LEFT = 44;
    private static final double BELOW = 22;
    private static final double SCALE = 60;
    private static final double CAUSE = 2;

    /** The moment and the behaviour of a weight. */
    public record Cell(int moment, int behaviour) {}

    @Override
    public double height(Surface ruler, double width) {
        return rowsHeight() + 2 + BELOW;
    }

    private double rowsHeight() {
        return Math.max(1, data.weights().size()) * ROW;
    }

    private double column(double width) {
        return (width - LEFT) / Math.max(1, data.behaviours().size());
    }

    /** The weight at a position of a surface of this width, null where there is none. */
    public Cell at(double x, double y, double width) {
        int moment = (int) Math.floor(y / ROW);
        int behaviour = (int) Math.floor((x - LEFT) / column(width));
        boolean inside = moment >= 0
                && moment < data.weights().size()
                && behaviour >= 0
                && behaviour < data.behaviours().size();
        return inside ? new Cell(moment, behaviour) : null;
    }

    /** A weight in words. */
    public Phrase describe(Cell cell) {
        String weight = Numerals.of(data.weights().get(cell.moment())[cell.behaviour()]);
        return language -> data.behaviours().get(cell.behaviour()).in(language) + "  " + weight;
    }

    @Override
    public void paint(Surface surface, double width, double height) {
        double highest = data.scale();
        double column = column(width);
        for (int row = 0; row < data.weights().size(); row++) {
            surface.small(data.moments().get(row), Spot.end(LEFT - 6, row * ROW + ROW / 2), Ink.Role.FAINT);
            double[] weights = data.weights().get(row);
            for (int i = 0; i < weights.length; i++) {
                Ink ink = Ink.shade(Scale.SEQUENTIAL, highest == 0 ? 0 : weights[i] / highest);
                surface.rect(LEFT + i * column, row * ROW, Math.max(1, column - 1), ROW - 1, ink);
            }
        }
        surface.frame(LEFT - .5, .5, width - LEFT, rowsHeight(), Pen.thin(Ink.Role.LINE));
        for (int cause : data.causes()) {
            surface.frame(
                    LEFT + cause * column - 1,
                    0,
                    Math.max(1, column - 1) + 2,
                    rowsHeight(),
                    new Pen(Ink.Role.ACCENT, CAUSE));
        }
        if (marked != null) {
            mark(surface, LEFT + marked.behaviour() * column, marked.moment() * ROW, Math.max(1, column - 1));
        }
        if (data.strongest() >= 0) {
            below(surface, width);
        }
    }

    /** A double frame, visible on any colour. */
    private static void mark(Surface surface, double x, double y, double wide) {
        surface.frame(x + .5, y + .5, wide - 1, ROW - 2, new Pen(Ink.Role.INK, 1));
        surface.frame(x + 1.5, y + 1.5, wide - 3, ROW - 4, new Pen(Ink.Role.PAPER, 1));
    }

    /** The name is in the half of the strongest behaviour, the scale at the end of the other half. */
    private void below(Surface surface, double width) {
        double y = rowsHeight() + BELOW / 2 + 2;
        int strongest = data.strongest();
        boolean rightHalf = (strongest + .5) * 2 > data.behaviours().size();
        double room = scale(surface, y, data.scale(), rightHalf ? LEFT : width);
        name(
                surface,
                data.behaviours().get(strongest),
                LEFT + (strongest + .5) * column(width),
                y,
                rightHalf ? room : LEFT,
                rightHalf ? width : room);
    }

    /** Draws the scale from 0 to the greatest weight at one end of the line; returns where the remaining space begins or ends. */
    private static double scale(Surface surface, double y, double highest, double end) {
        Phrase number = Phrase.same(Numerals.of(highest));
        double wide = surface.width(number, Letters.SMALL);
        boolean left = end == LEFT;
        double right = left ? LEFT + 12 + SCALE : end - wide - 5;
        for (int i = 0; i < SCALE; i++) {
            surface.rect(right - SCALE + i, y - 4, 1, 8, Ink.shade(Scale.SEQUENTIAL, i / SCALE));
        }
        surface.frame(right - SCALE - .5, Math.round(y - 4) + .5, SCALE, 8, Pen.thin(Ink.Role.LINE));
        surface.small(number, Spot.start(right + 4, y), Ink.Role.FAINT);
        surface.small(Phrase.same("0"), Spot.end(right - SCALE - 4, y), Ink.Role.FAINT);
        return left ? right + wide + 16 : right - SCALE - 20;
    }

    /** A name below its column, between two x positions. */
    private static void name(Surface surface, Phrase name, double x, double y, double from, double to) {
        double top = y - BELOW / 2;
        surface.area(new double[] {x - 3, x + 3, x}, new double[] {top + 4, top + 4, top}, Ink.Role.INK);
        Phrase fitting = surface.fit(name, Letters.SMALL, to - from);
        double wide = surface.width(fitting, Letters.SMALL);
        double start = Math.min(x - wide / 2, to - wide);
        surface.small(fitting, Spot.start(Math.max(from, start), y + 1), Ink.Role.INK);
    }
}
