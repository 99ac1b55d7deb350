package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Surface;
import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.NumberFormats;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * Bars of parts on a logarithmic height, each with its sum above it; a dashed line for a limit. Bars differ by orders of magnitude, so each bar
 * is as high as the logarithm of its sum, and its parts share that height by their share of the sum.
 */
public final class StackedBars extends PlacesChart<StackData> {
    private static final double BELOW = 34;
    private static final double TOP = 22;
    private static final double LEFT = 48;

    private double column = 1;

    public StackedBars(ControlWords words) {
        super("stacked-bars", words, StackData.empty());
        setMinSize(260, 180);
        setPrefSize(620, 300);
    }

    @Override
    protected int places() {
        return data().labels().size();
    }

    @Override
    protected double firstX() {
        return LEFT;
    }

    @Override
    protected double placeWidth() {
        return column;
    }

    @Override
    protected String summary() {
        return words().text("control.bars.summary", data().labels().size());
    }

    @Override
    protected void paint(Surface surface, double width, double height) {
        StackData now = data();
        if (now.labels().isEmpty()) {
            return;
        }
        Decades axis = Decades.of(lowest(now), Math.max(now.highest(), Double.isNaN(now.limit()) ? 0 : now.limit()));
        double base = height - BELOW;
        column = (width - LEFT - 4) / now.labels().size();
        for (int decade = axis.first(); decade <= axis.last(); decade++) {
            double y = Math.round(base - (base - TOP) * axis.share(Math.pow(10, decade))) + .5;
            surface.line(LEFT, y, width, y, Pen.thin(Ink.Role.LINE));
            text(surface, NumberFormats.of(Math.pow(10, decade)), Spot.end(LEFT - 6, y), Ink.Role.FAINT);
        }
        text(surface, now.unit(), Spot.start(2, 8), Ink.Role.FAINT);
        for (int bar = 0; bar < now.labels().size(); bar++) {
            paintBar(surface, now, bar, axis, base);
        }
        if (!Double.isNaN(now.limit())) {
            double y = Math.round(base - (base - TOP) * axis.share(now.limit())) + .5;
            surface.line(LEFT, y, width, y, Pen.dashed(Ink.Role.INK));
        }
        for (int bar = 0; bar < now.labels().size(); bar++) {
            paintSum(
                    surface,
                    now.sum(bar),
                    LEFT + column * (bar + .5),
                    base - (base - TOP) * axis.share(now.sum(bar)) - 9);
        }
    }

    /** On paper of its own, so that no line goes through it. */
    private static void paintSum(Surface surface, double sum, double middle, double y) {
        String text = NumberFormats.of(sum);
        double wide = surface.width(text, Letters.SMALL) + 4;
        surface.rect(middle - wide / 2, y - 6, wide, 12, Ink.Role.PAPER);
        text(surface, text, Spot.middle(middle, y), Ink.Role.INK);
    }

    private static void text(Surface surface, String words, Spot at, Ink ink) {
        surface.text(Phrase.same(words), at, Letters.SMALL, ink);
    }

    private static double lowest(StackData now) {
        return IntStream.range(0, now.labels().size())
                .mapToDouble(now::sum)
                .filter(sum -> sum > 0)
                .min()
                .orElse(1);
    }

    private void paintBar(Surface surface, StackData now, int bar, Decades axis, double base) {
        double sum = now.sum(bar);
        double size = (base - TOP) * axis.share(sum);
        double gap = column > 8 ? column * 0.16 : 0;
        double x = LEFT + column * bar + gap;
        double wide = Math.max(1, column - 2 * gap);
        surface.rect(x, base - size, wide, size, Ink.Role.PAPER); // no line shows through
        double y = base;
        double[] parts = now.values().get(bar);
        for (int part = 0; part < parts.length && sum > 0; part++) {
            double high = size * parts[part] / sum;
            y -= high;
            surface.rect(x, y, wide, high, new Ink.Series(part).faded(bar == marked() ? 1 : 0.82));
        }
        double middle = LEFT + column * (bar + .5);
        String[] lines = now.labels().get(bar).split("\n");
        for (int i = 0; i < lines.length; i++) {
            text(surface, lines[i], Spot.middle(middle, base + 11 + 13 * i), Ink.Role.FAINT);
        }
    }

    @Override
    protected NumberTable numbers() {
        List<double[]> columns = IntStream.range(0, data().parts().size())
                .mapToObj(part ->
                        data().values().stream().mapToDouble(bar -> bar[part]).toArray())
                .toList();
        List<String> labels =
                data().labels().stream().map(label -> label.replace('\n', ' ')).toList();
        return NumberTable.of("", labels, data().parts(), columns);
    }

    @Override
    protected String describe(int bar) {
        StringJoiner parts = new StringJoiner(", ");
        for (int part = 0; part < data().parts().size(); part++) {
            parts.add(data().parts().get(part) + " "
                    + NumberFormats.of(data().values().get(bar)[part]));
        }
        return words().text(
                        "control.bars.bar",
                        data().labels().get(bar).replace('\n', ' '),
                        NumberFormats.of(data().sum(bar)) + " " + data().unit() + " (" + parts + ")");
    }

    /** Powers of ten that enclose what is shown. */
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
}
