package dev.interestlens.figure.paint;

import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Markers;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.PlacesDrawing;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.data.PlotData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Draws lines along a history, with dots at its places and a dashed reference.
 *
 * @param marked the place that is read, −1 for none
 */
public record LinesPainter(PlotData data, int marked) implements PlacesDrawing {
    private static final double LEFT = 52;
    private static final double RIGHT = 84;
    private static final double TOP = 10;
    private static final double BELOW = 8;
    private static final double NUMBERS = 14;
    private static final double DOTS = 10;
    private static final double APART = 40;

    public LinesPainter(PlotData data) {
        this(data, -1);
    }

    @Override
    public double height(Surface ruler, double width) {
        return 140;
    }

    private double column(double width) {
        return (width - LEFT - RIGHT) / Math.max(1, data.steps().size());
    }

    @Override
    public int places() {
        return data.steps().size();
    }

    @Override
    public Columns columns(Surface ruler, double width, double height) {
        return new Columns(LEFT, column(width));
    }

    @Override
    public void paint(Surface surface, double width, double height) {
        if (data.steps().isEmpty()) {
            return;
        }
        double column = column(width);
        double low = data.low();
        double high = data.high();
        double base = height - BELOW - NUMBERS;
        double end = width - RIGHT;
        for (double value : new double[] {low, high}) {
            double y = Math.round(y(value, low, high, base)) + .5;
            surface.line(LEFT, y, end, y, Pen.thin(Ink.Role.LINE));
            number(surface, value, Spot.end(LEFT - 8, y), Ink.Role.FAINT);
        }
        if (low < 0 && high > 0) {
            double y = Math.round(y(0, low, high, base)) + .5;
            surface.line(LEFT, y, end, y, Pen.thin(Ink.Role.LINE));
        }
        if (!Double.isNaN(data.reference())) {
            double y = Math.round(y(data.reference(), low, high, base)) + .5;
            surface.line(LEFT, y, end, y, Pen.dashed(Ink.Role.INK));
        }
        places(surface, column, base);
        ends(surface, end, base);
        for (int line = 0; line < data.lines().size(); line++) {
            line(surface, line, column, base);
        }
        if (marked >= 0) {
            double x = Math.round(x(marked, column)) + .5;
            surface.line(x, TOP, x, base, Pen.thin(Ink.Role.FAINT));
        }
    }

    /** Numbers of the behaviours below the lines, as many as fit. */
    private void places(Surface surface, double column, double base) {
        int every = Math.max(1, (int) Math.ceil(APART / column));
        for (int step = 0; step < data.steps().size(); step += every) {
            surface.small(
                    Phrase.same(String.valueOf(step + 1)),
                    Spot.middle(x(step, column), base + BELOW + NUMBERS / 2),
                    Ink.Role.FAINT);
        }
    }

    /** What is written at the right. */
    private record End(Phrase words, double y) {}

    /** The reference's number and, of several lines, their names, each beside its end or below what ends higher. */
    private void ends(Surface surface, double right, double base) {
        List<End> ends = new ArrayList<>();
        if (!Double.isNaN(data.reference())) {
            double y = Math.round(y(data.reference(), data.low(), data.high(), base)) + .5;
            ends.add(new End(Phrase.same(Numerals.of(data.reference())), y));
        }
        for (PlotData.Line line : data.lines().size() > 1 ? data.lines() : List.<PlotData.Line>of()) {
            double last = line.values()[line.values().length - 1];
            ends.add(new End(line.name(), Double.isNaN(last) ? TOP : y(last, data.low(), data.high(), base)));
        }
        ends.sort(Comparator.comparingDouble(End::y));
        double free = 0;
        for (End each : ends) {
            double y = Math.max(free, each.y());
            surface.fitted(each.words(), RIGHT - 10, Spot.start(right + 8, y), Letters.SMALL, Ink.Role.INK);
            free = y + NUMBERS;
        }
    }

    private void line(Surface surface, int number, double column, double base) {
        double[] values = data.lines().get(number).values();
        double low = data.low();
        double high = data.high();
        surface.curve(values, i -> x(i, column), value -> y(value, low, high, base), Pen.series(number));
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i]) && (column >= DOTS || i == marked)) {
                double x = x(i, column);
                double y = y(values[i], low, high, base);
                double size = i == marked ? 4 : 2.5;
                surface.told(describe(i), () -> Markers.draw(surface, number, x, y, 1, size));
            }
        }
    }

    @Override
    public Phrase describe(int step) {
        return language -> {
            StringBuilder values = new StringBuilder();
            for (PlotData.Line each : data.lines()) {
                values.append(values.isEmpty() ? "" : "   ")
                        .append(data.lines().size() > 1 ? each.name().in(language) + " " : "")
                        .append(Numerals.of(each.values()[step]));
            }
            return (step + 1) + " · " + data.steps().get(step).in(language) + ": " + values;
        };
    }

    private static void number(Surface surface, double value, Spot at, Ink ink) {
        surface.small(Phrase.same(Numerals.of(value)), at, ink);
    }

    private static double x(int step, double column) {
        return LEFT + column * (step + .5);
    }

    private static double y(double value, double low, double high, double base) {
        double share = (value - low) / (high - low);
        return base - Math.max(0, Math.min(1, share)) * (base - TOP);
    }
}
