package dev.interestlens.figure.paint;

import dev.interestlens.figure.Hatching;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Phrases;
import dev.interestlens.figure.PlacesDrawing;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.data.StackData;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.LongStream;

/**
 * Draws bars of parts on a logarithmic height, each with its sum above it, and a dashed line for a limit. Bars differ by orders of magnitude, so each
 * bar is as high as the logarithm of its sum, and its parts share that height by their share of the sum.
 *
 * @param marked the bar that is read, −1 for none
 */
public record StackPainter(StackData data, int marked) implements PlacesDrawing {
    private static final double LEFT = 48;
    private static final double BELOW = 34;
    private static final double TOP = 22;
    private static final double PLAIN = 0.82;

    @Override
    public double height(Surface ruler, double width) {
        return 300 + legend().height(ruler, width);
    }

    private Legend legend() {
        return new Legend(data.parts());
    }

    /** From bar to bar, at a width. */
    private double column(double width) {
        return (width - LEFT - 4) / Math.max(1, data.labels().size());
    }

    @Override
    public int places() {
        return data.labels().size();
    }

    @Override
    public Columns columns(Surface ruler, double width, double height) {
        return new Columns(LEFT, column(width));
    }

    @Override
    public void paint(Surface surface, double width, double height) {
        if (data.labels().isEmpty()) {
            return;
        }
        double highest = Math.max(data.highest(), Double.isNaN(data.limit()) ? 0 : data.limit());
        Brush brush = new Brush(
                this,
                surface,
                Decades.of(data.lowest(), highest),
                width,
                legend().height(surface, width),
                height - BELOW,
                column(width));
        legend().paint(surface, width, (part, x, y) -> Hatching.part(surface, part, x, y - 6, Legend.SIGN, 12, PLAIN));
        brush.axis();
        for (int bar = 0; bar < data.labels().size(); bar++) {
            brush.bar(bar);
        }
        brush.limit();
        for (int bar = 0; bar < data.labels().size(); bar++) {
            brush.sum(bar);
        }
    }

    @Override
    public Phrase describe(int bar) {
        return Phrases.of("bars.bar", data.name(bar), language -> {
            StringJoiner parts = new StringJoiner(", ");
            for (int part = 0; part < data.parts().size(); part++) {
                parts.add(data.parts().get(part).in(language) + " "
                        + Numerals.of(data.values().get(bar)[part]));
            }
            return Numerals.of(data.sum(bar)) + " " + data.unit().in(language) + " (" + parts + ")";
        });
    }

    /** Powers of ten that enclose the values. */
    private record Decades(int first, int last) {
        static Decades of(double lowest, double highest) {
            int first = (int) Math.floor(Math.log10(lowest));
            int last = (int) Math.ceil(Math.log10(Math.max(highest, lowest)));
            return new Decades(first, Math.max(first + 1, last));
        }

        /** 0 at the lowest, 1 at the highest. */
        double share(double value) {
            if (value <= 0) {
                return 0;
            }
            return Math.max(0, Math.min(1, (Math.log10(value) - first) / (last - first)));
        }
    }

    /**
     * Drawing at one size.
     *
     * @param top below the names of the parts
     * @param base foot of the bars
     * @param column from bar to bar
     */
    private record Brush(
            StackPainter of, Surface surface, Decades decades, double width, double top, double base, double column) {
        void axis() {
            for (int decade = decades.first(); decade <= decades.last(); decade++) {
                double value = Math.pow(10, decade);
                double y = lineAt(value);
                surface.line(LEFT, y, width, y, Pen.thin(Ink.Role.LINE));
                surface.small(Phrase.same(Numerals.of(value)), Spot.end(LEFT - 6, y), Ink.Role.FAINT);
            }
            surface.small(of.data.unit(), Spot.start(2, top + 8), Ink.Role.FAINT);
        }

        void bar(int bar) {
            double sum = of.data.sum(bar);
            double size = size(sum);
            double gap = column > 8 ? column * 0.16 : 0;
            double x = LEFT + column * bar + gap;
            double wide = Math.max(1, column - 2 * gap);
            surface.told(of.describe(bar), () -> {
                surface.rect(x, base - size, wide, size, Ink.Role.PAPER); // hides the lines behind
                double y = base;
                double[] parts = of.data.values().get(bar);
                for (int part = 0; part < parts.length && sum > 0; part++) {
                    double high = size * parts[part] / sum;
                    y -= high;
                    Hatching.part(surface, part, x, y, wide, high, bar == of.marked ? 1 : PLAIN);
                }
            });
            List<Phrase> lines = lines(of.data.labels().get(bar));
            for (int i = 0; i < lines.size(); i++) {
                surface.small(lines.get(i), Spot.middle(middle(bar), base + 11 + 13 * i), Ink.Role.FAINT);
            }
        }

        /** The lines of a label, as many as in the language with most lines. */
        private List<Phrase> lines(Phrase label) {
            long count = surface.languages().stream()
                    .mapToLong(language -> label.in(language).lines().count())
                    .max()
                    .orElse(0);
            return LongStream.range(0, count)
                    .<Phrase>mapToObj(line -> language ->
                            label.in(language).lines().skip(line).findFirst().orElse(""))
                    .toList();
        }

        void limit() {
            if (!Double.isNaN(of.data.limit())) {
                double y = lineAt(of.data.limit());
                surface.line(LEFT, y, width, y, Pen.dashed(Ink.Role.INK));
            }
        }

        /** On a background rectangle, so that no line crosses it. */
        void sum(int bar) {
            double sum = of.data.sum(bar);
            Phrase number = Phrase.same(Numerals.of(sum));
            double y = base - size(sum) - 9;
            double wide = surface.width(number, Letters.SMALL) + 4;
            surface.rect(middle(bar) - wide / 2, y - 6, wide, 12, Ink.Role.PAPER);
            surface.small(number, Spot.middle(middle(bar), y), Ink.Role.INK);
        }

        private double middle(int bar) {
            return LEFT + column * (bar + .5);
        }

        private double size(double value) {
            return (base - top - TOP) * decades.share(value);
        }

        private double lineAt(double value) {
            return Math.round(base - size(value)) + .5;
        }
    }
}
