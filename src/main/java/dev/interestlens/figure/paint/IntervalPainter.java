package dev.interestlens.figure.paint;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Phrases;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.Ticks;
import dev.interestlens.figure.data.IntervalData;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws means as dots and their intervals as lines on one scale. A line that goes on beyond the scale ends in an arrow, and
 * a scale without 0 says so.
 *
 * @param marked the row that is read, −1 for none
 */
public record IntervalPainter(IntervalData data, int marked) implements Drawing {
    public static final double ROW = 24;
    private static final double SCALE = 22;
    private static final double ARROW = 4;
    private static final double USUAL = 480;
    private static final double USUAL_NAME = 150;
    private static final double MAX_NAME = 340;
    private static final double FIGURE = 52;
    private static final double DOT = 9;

    /** Least distance of two numbers of the scale. */
    private static final double APART = 40;

    private static final Phrase CUT = Phrases.of("interval.cut");

    public IntervalPainter(IntervalData data) {
        this(data, -1);
    }

    @Override
    public double width(Surface ruler) {
        return USUAL + Math.max(0, Math.min(MAX_NAME, names(ruler)) - USUAL_NAME);
    }

    /** Space for the names. */
    private double names(Surface ruler) {
        return data.rows().stream()
                .mapToDouble(row -> 12 + ruler.width(row.name(), Letters.BOLD))
                .reduce(data.isCut() ? APART / 2 + ruler.width(CUT, Letters.SMALL) : 12, Math::max);
    }

    @Override
    public double height(Surface ruler, double width) {
        return bottom() + SCALE;
    }

    /** Of the rows. */
    private double top() {
        return data.rows().size() > IntervalData.MANY ? SCALE : 0;
    }

    private double bottom() {
        return top() + data.rows().size() * ROW;
    }

    /** The row at a height, which need not exist. */
    public int rowAt(double y) {
        return (int) Math.floor((y - top()) / ROW);
    }

    private record Across(IntervalData data, double left, double right) {
        double x(double value) {
            return Math.round(left + (right - left) * (value - data.low()) / (data.high() - data.low())) + .5;
        }
    }

    @Override
    public void paint(Surface surface, double width, double height) {
        if (data.rows().isEmpty()) {
            return;
        }
        double names = Math.min(Math.max(USUAL_NAME, width / 2), names(surface));
        Across across = new Across(data, names + DOT, width - FIGURE - DOT);
        for (Tick tick : ticks(across)) {
            surface.line(tick.x(), top() + 2, tick.x(), bottom(), Pen.thin(Ink.Role.LINE));
        }
        scale(surface, across, bottom() + SCALE / 2 - 1);
        if (top() > 0) {
            scale(surface, across, SCALE / 2 - 1);
        }
        for (int i = 0; i < data.rows().size(); i++) {
            row(surface, data.rows().get(i), i, across, names);
        }
    }

    /** A line across the rows. */
    private record Tick(double x, String text) {}

    private List<Tick> ticks(Across across) {
        Ticks round = data.ticks();
        return IntStream.range(0, round.count())
                .mapToObj(n -> new Tick(across.x(round.at(n)), round.text(n)))
                .toList();
    }

    /** The numbers of the scale: all, or 0 and each second or third where there is no room. */
    private void scale(Surface surface, Across across, double y) {
        List<Tick> all = ticks(across);
        double between =
                all.size() < 2 ? APART : Math.abs(all.get(1).x() - all.get(0).x());
        int every = Math.max(1, (int) Math.ceil(APART / between));
        int zero = IntStream.range(0, all.size())
                .filter(n -> Math.abs(data.ticks().at(n)) < 1e-12)
                .findFirst()
                .orElse(0);
        for (int n = zero % every; n < all.size(); n += every) {
            surface.small(Phrase.same(all.get(n).text()), Spot.middle(all.get(n).x(), y), Ink.Role.FAINT);
        }
        if (data.isCut()) {
            surface.small(CUT, Spot.end(across.left() - APART / 2, y), Ink.Role.FAINT);
        }
    }

    private void row(Surface surface, IntervalData.Row row, int number, Across across, double names) {
        double y = top() + number * ROW + ROW / 2;
        boolean stands = data.standsOut(number);
        Ink ink = data.bars() ? Ink.signed(row.mean()) : stands ? Ink.Role.ACCENT : Ink.Role.FAINT;
        Letters letters = stands || number == marked ? Letters.BOLD : Letters.PLAIN;
        List<Phrase> all = data.rows().stream().map(IntervalData.Row::name).toList();
        Phrase name = surface.fit(all, number, letters, names - 8);
        surface.text(name, Spot.end(names - 4, y), letters, Ink.Role.INK);
        if (Double.isFinite(row.low()) && Double.isFinite(row.high())) {
            double from = Math.max(across.left(), across.x(row.low()));
            double to = Math.min(across.right(), across.x(row.high()));
            surface.line(from, y, to, y, new Pen(ink.faded(0.6), 3));
            if (row.low() < data.low()) {
                arrow(surface, from - ARROW, from, y, ink);
            }
            if (row.high() > data.high()) {
                arrow(surface, to + ARROW, to, y, ink);
            }
        }
        surface.told(describe(number), () -> {
            if (data.bars()) {
                surface.line(across.x(0), y, across.x(row.mean()), y, new Pen(ink, DOT));
            } else {
                surface.dot(across.x(row.mean()), y, DOT / 2, ink);
            }
        });
        surface.text(
                Phrase.same(
                        data.bars()
                                ? Numerals.signed(row.mean(), data.digits())
                                : Numerals.fixed(row.mean(), data.digits())),
                Spot.end(across.right() + DOT + FIGURE, y),
                Letters.PLAIN,
                Ink.Role.INK);
    }

    private static void arrow(Surface surface, double tip, double back, double y, Ink ink) {
        for (double side : new double[] {-ARROW, ARROW}) {
            surface.line(back, y + side, tip, y, new Pen(ink.faded(0.6), 2));
        }
    }

    /** A row in words. */
    public Phrase describe(int number) {
        IntervalData.Row row = data.rows().get(number);
        boolean open = !Double.isFinite(row.low()) || !Double.isFinite(row.high());
        String mean = Numerals.fixed(row.mean(), 4);
        String interval = open ? "" : " [" + Numerals.fixed(row.low(), 4) + ", " + Numerals.fixed(row.high(), 4) + "]";
        return language -> row.name().in(language) + ": " + mean + interval;
    }
}
