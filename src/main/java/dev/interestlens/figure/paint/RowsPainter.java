package dev.interestlens.figure.paint;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.RowsData;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Surface;

/**
 * Draws rows of bars over one history, so that numbers about the same behaviours stand below each other.
 *
 * @param marked the behaviour that is read, −1 for none
 */
public record RowsPainter(RowsData data, int marked) implements Drawing {
    private static final double GUTTER = 176;
    private static final double ROW = 60;
    private static final double NAMES = 76;

    /** Room that a number takes above or below its bar. */
    private static final double NUMBER = 15;

    /** Room where no bars go. */
    private static final double MARGIN = 4;

    /** Noise must not look like much. */
    private static final double MIN = 0.01;

    private static final double WIDEST = 72;
    private static final double TURN = -52;
    private static final double SLANT = 0.79;

    public RowsPainter(RowsData data) {
        this(data, -1);
    }

    @Override
    public double width(Surface ruler) {
        return Math.max(
                640, Math.min(1100, GUTTER + 8 + 40.0 * data.behaviours().size()));
    }

    @Override
    public double height(Surface ruler, double width) {
        return Math.max(160, data.rows().size() * ROW + NAMES);
    }

    /** Where the first behaviour begins. */
    public double firstX() {
        return GUTTER;
    }

    /** From behaviour to behaviour, at a width. */
    public double placeWidth(double width) {
        double room = (width - GUTTER - 8) / Math.max(1, data.behaviours().size());
        return Math.min(WIDEST, room >= 8 ? Math.floor(room) : room);
    }

    @Override
    public void paint(Surface surface, double width, double height) {
        if (data.behaviours().isEmpty() || data.rows().isEmpty()) {
            return;
        }
        double column = placeWidth(width);
        double row = Math.min(ROW * 1.8, (height - NAMES) / data.rows().size());
        if (marked >= 0) {
            surface.round(x(marked, column), 0, column, height, 3, Ink.Role.INK.faded(0.09));
        }
        for (int i = 0; i < data.rows().size(); i++) {
            row(surface, data.rows().get(i), i * row, row, column);
        }
        names(surface, row * data.rows().size() + 6, height, column);
    }

    private void row(Surface surface, RowsData.Row row, double top, double height, double column) {
        double low = data.low(row.group());
        double high = data.high(row.group());
        double span = Math.max(high - low, MIN);
        double above = high > 0 ? NUMBER : MARGIN;
        double room = height - above - (low < 0 ? NUMBER : MARGIN);
        double zero = Math.round(top + above + room * high / span) + .5;
        surface.text(
                surface.fit(row.name(), Letters.BOLD, GUTTER - 12),
                Spot.start(0, top + 14),
                Letters.BOLD,
                Ink.Role.INK);
        surface.text(
                surface.fit(row.note(), Letters.SMALL, GUTTER - 12),
                Spot.start(0, top + 31),
                Letters.SMALL,
                Ink.Role.FAINT);
        double gap = column >= 12 ? Math.min(12, column * 0.2) : column > 3 ? 1 : 0;
        for (int j = 0; j < row.values().length; j++) {
            double value = row.values()[j];
            if (Double.isFinite(value)) {
                double size = Math.abs(value) / span * room;
                double x = x(j, column) + gap;
                double from = value >= 0 ? zero - size : zero;
                int at = j;
                Ink ink = row.signed() ? Ink.signed(value) : amount(row, at);
                surface.told(
                        told(row, at),
                        () -> surface.rect(x, from, column - 2 * gap, size > 0 ? Math.max(1, size) : 0, ink));
                Phrase number = Phrase.same(number(row, value));
                if (row.from().length == 0 && size >= 1 && surface.width(number, Letters.SMALL) <= column - 4) {
                    surface.text(
                            number,
                            Spot.middle(x(j, column) + column / 2, value >= 0 ? from - 7 : zero + size + 7),
                            Letters.SMALL,
                            Ink.Role.INK);
                }
            }
        }
        for (int j = 0; j < row.from().length; j++) {
            double middle = Math.round(x(j, column) + column / 2) + .5;
            double cap = Math.min(4, column / 4);
            double bottom = zero - row.from()[j] / span * room;
            double upper = zero - row.to()[j] / span * room;
            Pen pen = Pen.thin(Ink.Role.INK);
            surface.line(middle, bottom, middle, upper, pen);
            surface.line(middle - cap, bottom, middle + cap, bottom, pen);
            surface.line(middle - cap, upper, middle + cap, upper, pen);
        }
        surface.line(GUTTER - 4, zero, x(row.values().length, column) + 4, zero, Pen.thin(Ink.Role.LINE));
    }

    private static Ink amount(RowsData.Row row, int at) {
        boolean owned = row.lanes().length > 0 && row.lanes()[at] >= 0;
        return owned ? new Ink.Series(row.lanes()[at]) : Ink.Role.LOOK;
    }

    private void names(Surface surface, double top, double height, double column) {
        int step = Math.max(1, (int) Math.ceil(14 / column));
        for (int j = 0; j < data.behaviours().size(); j++) {
            if (j % step == 0 || j == marked) {
                surface.text(
                        surface.fit(data.behaviours().get(j), Letters.SMALL, (height - top) / SLANT - 8),
                        Spot.end(x(j, column) + column / 2 + 4, top + 2).turned(TURN),
                        Letters.SMALL,
                        Ink.Role.INK);
            }
        }
    }

    private Phrase told(RowsData.Row row, int behaviour) {
        return language -> data.behaviours().get(behaviour).in(language) + ": " + number(row, row.values()[behaviour]);
    }

    /** A behaviour in all rows, in words. */
    public Phrase describe(int behaviour) {
        return language -> {
            StringBuilder text =
                    new StringBuilder(data.behaviours().get(behaviour).in(language));
            for (RowsData.Row row : data.rows()) {
                text.append("   ")
                        .append(row.name().in(language))
                        .append(' ')
                        .append(number(row, row.values()[behaviour]));
                if (row.from().length > 0) {
                    text.append(" [")
                            .append(Numerals.of(row.from()[behaviour]))
                            .append(", ")
                            .append(Numerals.of(row.to()[behaviour]))
                            .append(']');
                }
            }
            return text.toString();
        };
    }

    private static String number(RowsData.Row row, double value) {
        return row.signed() ? Numerals.signed(value) : Numerals.of(value);
    }

    private static double x(int behaviour, double column) {
        return GUTTER + column * behaviour;
    }
}
