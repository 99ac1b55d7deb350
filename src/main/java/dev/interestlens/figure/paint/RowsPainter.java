package dev.interestlens.figure.paint;

import dev.interestlens.figure.Hatching;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.PlacesDrawing;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.data.RowsData;
import java.util.List;

/**
 * Draws rows of bars over one history, so that numbers of the same behaviour are below each other.
 *
 * @param marked the behaviour that is read, −1 for none
 */
public record RowsPainter(RowsData data, int marked) implements PlacesDrawing {
    private static final double GUTTER = 176;
    private static final double ROW = 60;
    private static final double MAX_NAMES = 100;
    private static final double MIN_NAMES = 24;

    /** In narrower pictures row names are above their rows instead of left of them. */
    private static final double NARROW = 480;

    /** Space that the first rotated name needs at its left then. */
    private static final double FIRST_NAME = 44;

    private static final double HEADING = 18;

    /** Space for a number above or below its bar. */
    private static final double NUMBER = 15;

    /** Margin of the bars. */
    private static final double MARGIN = 4;

    /** The smallest range of a scale, so that noise does not look large. */
    private static final double MIN = 0.01;

    private static final double WIDEST = 108;
    private static final double WIDEST_BAR = 48;
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
        return data.rows().size() * (ROW + heading(width)) + names(ruler, width);
    }

    private static double left(double width) {
        return isNarrow(width) ? FIRST_NAME : GUTTER;
    }

    private static boolean isNarrow(double width) {
        return width > 0 && width < NARROW;
    }

    private static double heading(double width) {
        return isNarrow(width) ? HEADING : 0;
    }

    private double longest(Surface ruler) {
        return ruler.widest(data.behaviours(), Letters.SMALL);
    }

    /** Whether every name has room below its bar without being turned. */
    private boolean level(Surface ruler, double width) {
        return longest(ruler) + 8 <= column(ruler, width);
    }

    /** Height for the names below the bars: for the longest, up to a limit, where they are turned. */
    private double names(Surface ruler, double width) {
        return level(ruler, width) ? MIN_NAMES : Math.max(MIN_NAMES, Math.min(MAX_NAMES, longest(ruler) * SLANT + 16));
    }

    /** As wide as the names want it, where that leaves room for all. */
    private double column(Surface ruler, double width) {
        double room = (width - left(width) - 8) / Math.max(1, data.behaviours().size());
        double named = longest(ruler) + 8;
        return Math.min(named <= room ? Math.max(WIDEST, named) : WIDEST, room >= 8 ? Math.floor(room) : room);
    }

    @Override
    public int places() {
        return data.behaviours().size();
    }

    @Override
    public Columns columns(Surface ruler, double width, double height) {
        return new Columns(left(width), column(ruler, width));
    }

    @Override
    public void paint(Surface surface, double width, double height) {
        if (data.behaviours().isEmpty() || data.rows().isEmpty()) {
            return;
        }
        double column = column(surface, width);
        double row = Math.min(
                ROW * 1.8 + heading(width),
                (height - names(surface, width)) / data.rows().size());
        double left = left(width);
        Brush brush = new Brush(this, surface, left, column, isNarrow(width), width);
        if (marked >= 0) {
            surface.round(left + column * marked, 0, column, height, 3, Ink.Role.INK.faded(0.09));
        }
        for (int i = 0; i < data.rows().size(); i++) {
            brush.row(i, i * row, row);
        }
        brush.names(row * data.rows().size() + 6, height);
    }

    /** Drawing at one size. */
    private record Brush(RowsPainter of, Surface surface, double left, double column, boolean narrow, double width) {
        void row(int place, double from, double whole) {
            RowsData.Row row = of.data.rows().get(place);
            double top = from + (narrow ? HEADING : 0);
            double height = whole - (narrow ? HEADING : 0);
            double low = of.data.low(row.group());
            double high = of.data.high(row.group());
            double span = Math.max(high - low, MIN);
            double above = high > 0 ? NUMBER : MARGIN;
            double room = height - above - (low < 0 ? NUMBER : MARGIN);
            double zero = Math.round(top + above + room * high / span) + .5;
            heading(place, from);
            for (int j = 0; j < row.values().length; j++) {
                bar(row, j, zero, room / span);
            }
            for (int j = 0; j < row.from().length; j++) {
                spread(row, j, zero, room / span);
            }
            surface.line(left - 4, zero, x(row.values().length) + 4, zero, Pen.thin(Ink.Role.LINE));
        }

        private void heading(int place, double from) {
            RowsData.Row row = of.data.rows().get(place);
            double room = narrow ? width / 2 : GUTTER - 12;
            List<Phrase> names = of.data.rows().stream().map(RowsData.Row::name).toList();
            Phrase name = surface.fit(names, place, Letters.BOLD, room);
            double behind = surface.width(name, Letters.BOLD) + 10;
            surface.text(name, Spot.start(0, from + (narrow ? 9 : 14)), Letters.BOLD, Ink.Role.INK);
            surface.text(
                    surface.fit(row.note(), Letters.SMALL, narrow ? width - behind : room),
                    narrow ? Spot.start(behind, from + 9) : Spot.start(0, from + 31),
                    Letters.SMALL,
                    Ink.Role.FAINT);
        }

        private void bar(RowsData.Row row, int at, double zero, double unit) {
            double value = row.values()[at];
            if (!Double.isFinite(value)) {
                return;
            }
            double gap =
                    Math.max(column >= 12 ? Math.min(12, column * 0.2) : column > 3 ? 1 : 0, (column - WIDEST_BAR) / 2);
            double size = Math.abs(value) * unit;
            double from = value >= 0 ? zero - size : zero;
            double high = size > 0 ? Math.max(1, size) : 0;
            boolean owned = !row.signed() && row.lanes().length > 0 && row.lanes()[at] >= 0;
            surface.told(of.told(row, at), () -> {
                if (owned) {
                    Hatching.part(surface, row.lanes()[at], x(at) + gap, from, column - 2 * gap, high, 1);
                } else {
                    Ink ink = row.signed() ? Ink.signed(value) : Ink.Role.LOOK;
                    surface.rect(x(at) + gap, from, column - 2 * gap, high, ink);
                }
            });
            Phrase number = Phrase.same(number(row, value));
            if (row.from().length == 0 && size >= 1 && surface.width(number, Letters.SMALL) <= column - 4) {
                surface.small(
                        number, Spot.middle(x(at) + column / 2, value >= 0 ? from - 7 : zero + size + 7), Ink.Role.INK);
            }
        }

        private void spread(RowsData.Row row, int at, double zero, double unit) {
            double middle = Math.round(x(at) + column / 2) + .5;
            double cap = Math.min(4, column / 4);
            double bottom = zero - row.from()[at] * unit;
            double upper = zero - row.to()[at] * unit;
            Pen pen = Pen.thin(Ink.Role.INK);
            surface.line(middle, bottom, middle, upper, pen);
            surface.line(middle - cap, bottom, middle + cap, bottom, pen);
            surface.line(middle - cap, upper, middle + cap, upper, pen);
        }

        void names(double top, double height) {
            if (of.level(surface, width)) {
                for (int j = 0; j < of.data.behaviours().size(); j++) {
                    surface.small(of.data.behaviours().get(j), Spot.middle(x(j) + column / 2, top + 6), Ink.Role.INK);
                }
                return;
            }
            int step = Math.max(1, (int) Math.ceil(14 / column));
            for (int j = 0; j < of.data.behaviours().size(); j++) {
                if (j % step == 0 || j == of.marked) {
                    surface.text(
                            surface.fit(of.data.behaviours(), j, Letters.SMALL, (height - top) / SLANT - 8),
                            Spot.end(x(j) + column / 2 + 4, top + 2).turned(TURN),
                            Letters.SMALL,
                            Ink.Role.INK);
                }
            }
        }

        private double x(int behaviour) {
            return left + column * behaviour;
        }
    }

    private Phrase told(RowsData.Row row, int behaviour) {
        return language -> data.behaviours().get(behaviour).in(language) + ": " + number(row, row.values()[behaviour]);
    }

    @Override
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
}
