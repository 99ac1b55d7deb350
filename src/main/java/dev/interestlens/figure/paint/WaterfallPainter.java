package dev.interestlens.figure.paint;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.data.WaterfallData;
import dev.interestlens.figure.data.WaterfallData.Column;
import dev.interestlens.figure.data.WaterfallData.Step;

/**
 * Draws steps as bars, each from where the one above ends, with its interval around its end; a step whose interval includes 0 is pale. All columns
 * have one scale.
 */
public record WaterfallPainter(WaterfallData data) implements Drawing {
    private static final double ROW = 26;
    private static final double HEAD = 26;
    private static final double BAR = 13;
    private static final double FIGURE = 54;
    private static final double GAP = 18;
    private static final double COLUMN = 230;
    private static final double MAX_NAMES = 200;
    private static final int DIGITS = 3;
    private static final double PALE = 0.4;

    @Override
    public double width(Surface ruler) {
        return names(ruler) + Math.max(2, data.columns().size()) * COLUMN;
    }

    private double names(Surface ruler) {
        double ends = Math.max(ruler.width(data.from(), Letters.PLAIN), ruler.width(data.to(), Letters.BOLD));
        return Math.min(MAX_NAMES, Math.max(ends, ruler.widest(data.rows(), Letters.PLAIN))) + GAP;
    }

    @Override
    public double height(Surface ruler, double width) {
        return HEAD + (data.rows().size() + 2) * ROW + 4;
    }

    @Override
    public void paint(Surface surface, double width, double height) {
        if (data.columns().isEmpty()) {
            return;
        }
        double names = Math.min(names(surface), width / 3);
        name(surface, data.from(), names, 0, Letters.PLAIN);
        for (int row = 0; row < data.rows().size(); row++) {
            name(surface, data.rows().get(row), names, row + 1, Letters.PLAIN);
        }
        name(surface, data.to(), names, data.rows().size() + 1, Letters.BOLD);
        double[] range = data.range();
        double wide = (width - names) / data.columns().size();
        for (int i = 0; i < data.columns().size(); i++) {
            double left = names + i * wide;
            new Brush(surface, data, data.columns().get(i), left, left + wide - FIGURE - GAP, range).paint();
        }
    }

    private static void name(Surface surface, Phrase name, double names, int row, Letters letters) {
        surface.fitted(name, names - GAP, Spot.end(names - GAP, middle(row)), letters, Ink.Role.INK);
    }

    private static double middle(int row) {
        return HEAD + row * ROW + ROW / 2;
    }

    /** One column between two places. */
    private record Brush(
            Surface surface, WaterfallData data, Column column, double left, double right, double[] range) {
        void paint() {
            surface.fitted(
                    column.name(), right + FIGURE - left, Spot.start(left, HEAD / 2), Letters.BOLD, Ink.Role.INK);
            int last = data.rows().size() + 1;
            double begin = x(column.begin());
            surface.line(begin, HEAD, begin, middle(last) + BAR, Pen.dashed(Ink.Role.LINE));
            surface.dot(begin, middle(0), 3, Ink.Role.FAINT);
            figure(0, Numerals.fixed(column.begin(), DIGITS), Letters.PLAIN);
            for (int row = 0; row < data.rows().size(); row++) {
                step(row);
            }
            double y = middle(last);
            Step end = column.end();
            surface.told(describe(data.to(), end, Numerals.fixed(end.value(), DIGITS)), () -> {
                bar(column.begin(), end.value(), y, Ink.Role.FAINT.faded(PALE));
                interval(end.low(), end.high(), y);
            });
            figure(last, Numerals.fixed(end.value(), DIGITS), Letters.BOLD);
        }

        private void step(int row) {
            Step step = column.steps().get(row);
            double before = column.before(row);
            double y = middle(row + 1);
            double from = x(before);
            surface.line(from, y - ROW + (row == 0 ? 0 : BAR / 2), from, y - BAR / 2, Pen.thin(Ink.Role.FAINT));
            if (!step.isThere()) {
                surface.line(from, y - BAR / 2, from, y + BAR / 2, Pen.thin(Ink.Role.FAINT));
                figure(row + 1, "–", Letters.PLAIN);
            } else {
                Ink ink = Ink.signed(step.value());
                String figure = signed(step.value());
                surface.told(describe(data.rows().get(row), step, figure), () -> {
                    bar(before, before + step.value(), y, step.isOpen() ? ink.faded(PALE) : ink);
                    interval(before + step.low(), before + step.high(), y);
                });
                figure(row + 1, figure, Letters.PLAIN);
            }
            if (row + 1 == data.rows().size()) {
                double end = x(column.end().value());
                surface.line(end, y + BAR / 2, end, y + ROW - BAR / 2, Pen.thin(Ink.Role.FAINT));
            }
        }

        private void bar(double from, double to, double y, Ink ink) {
            double start = Math.min(x(from), x(to));
            surface.rect(start - .5, y - BAR / 2, Math.max(1, Math.abs(x(to) - x(from))), BAR, ink);
        }

        private void interval(double low, double high, double y) {
            if (!Double.isNaN(low) && !Double.isNaN(high)) {
                surface.line(x(low), y, x(high), y, new Pen(Ink.Role.INK, 1.5));
                for (double end : new double[] {low, high}) {
                    surface.line(x(end), y - 3, x(end), y + 3, new Pen(Ink.Role.INK, 1.5));
                }
            }
        }

        private void figure(int row, String figure, Letters letters) {
            surface.text(Phrase.same(figure), Spot.end(right + FIGURE, middle(row)), letters, Ink.Role.INK);
        }

        private double x(double value) {
            double share = range[1] > range[0] ? (value - range[0]) / (range[1] - range[0]) : 0;
            return Math.round(left + 4 + (right - left - 8) * share) + .5;
        }

        /** With its sign, unless it rounds to 0. */
        private static String signed(double value) {
            String size = Numerals.fixed(Math.abs(value), DIGITS);
            boolean nothing = size.equals(Numerals.fixed(0, DIGITS));
            return (nothing ? "" : value < 0 ? "−" : "+") + size;
        }

        private Phrase describe(Phrase row, Step step, String figure) {
            String interval = Double.isNaN(step.low())
                    ? ""
                    : " [" + Numerals.fixed(step.low(), 4) + ", " + Numerals.fixed(step.high(), 4) + "]";
            return language -> column.name().in(language) + " · " + row.in(language) + ": " + figure + interval;
        }
    }
}
