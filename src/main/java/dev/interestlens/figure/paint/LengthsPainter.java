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
import dev.interestlens.figure.Ticks;
import dev.interestlens.figure.data.LengthsData;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Draws length × quality × cost: over the lengths of the history, side by side where there is room, AUC, NDCG@10 and the CPU time of a row on a
 * logarithmic scale. A way of reading keeps its colour, dash and marker in all of them.
 */
public record LengthsPainter(LengthsData data) implements Drawing {
    private static final double PANEL = 230;
    private static final double LEFT = 52;
    private static final double TOP = 26;
    private static final double BELOW = 40;
    private static final double GAP = 18;
    private static final double SIDE_BY_SIDE = 720;
    private static final int PANELS = 3;
    private static final int MAX_TICKS = 5;

    @Override
    public double width(Surface ruler) {
        return 960;
    }

    @Override
    public double height(Surface ruler, double width) {
        return legend().height(ruler, width) + (width >= SIDE_BY_SIDE ? PANEL + 40 : PANELS * PANEL);
    }

    private Legend legend() {
        return new Legend(data.lines().stream().map(LengthsData.Line::name).toList());
    }

    @Override
    public void paint(Surface surface, double width, double height) {
        if (data.lines().isEmpty() || data.lengths().isEmpty()) {
            return;
        }
        legend().paint(surface, width, (number, x, y) -> {
            surface.line(x, y, x + Legend.SIGN, y, Pen.series(number));
            Markers.draw(surface, number, x + Legend.SIGN / 2, y, 1);
        });
        double top = legend().height(surface, width);
        boolean beside = width >= SIDE_BY_SIDE;
        double wide = beside ? (width - (PANELS - 1) * GAP) / PANELS : width;
        double high = beside ? height - top : (height - top) / PANELS;
        Panel[] panels = {
            new Panel(surface, "lengths.auc", LengthsData.Line::auc, false),
            new Panel(surface, "lengths.ndcg", LengthsData.Line::ndcg, false),
            new Panel(surface, "lengths.millis", LengthsData.Line::millis, true)
        };
        for (int i = 0; i < PANELS; i++) {
            double x = beside ? i * (wide + GAP) : 0;
            double y = beside ? top : top + i * high;
            panels[i].paint(x, y, wide, high);
        }
    }

    /** One quantity over the lengths. */
    private final class Panel {
        private final Surface surface;
        private final String key;
        private final Function<LengthsData.Line, double[]> values;
        private final boolean logarithmic;
        private double left;
        private double right;
        private double top;
        private double base;
        private double low;
        private double high;

        Panel(Surface surface, String key, Function<LengthsData.Line, double[]> values, boolean logarithmic) {
            this.surface = surface;
            this.key = key;
            this.values = values;
            this.logarithmic = logarithmic;
        }

        void paint(double x, double y, double width, double height) {
            left = x + LEFT;
            right = x + width - 14;
            top = y + TOP;
            base = y + height - BELOW;
            surface.text(Phrases.of(key), Spot.start(x, y + 8), Letters.BOLD, Ink.Role.INK);
            axis();
            for (int i = 0; i < data.lengths().size(); i++) {
                Phrase number = Phrase.same(Numerals.count(data.lengths().get(i)));
                surface.small(number, Spot.middle(at(i), base + 12), Ink.Role.FAINT);
            }
            surface.text(
                    surface.fit(Phrases.of("lengths.length"), Letters.SMALL, right - left),
                    Spot.middle((left + right) / 2, base + 30),
                    Letters.SMALL,
                    Ink.Role.FAINT);
            for (int i = 0; i < data.lines().size(); i++) {
                line(i);
            }
        }

        private void axis() {
            double[] all = data.lines().stream()
                    .flatMapToDouble(line -> Arrays.stream(values.apply(line)))
                    .filter(Double::isFinite)
                    .map(this::scaled)
                    .filter(Double::isFinite)
                    .toArray();
            double least = Arrays.stream(all).min().orElse(0);
            double most = Arrays.stream(all).max().orElse(1);
            if (logarithmic) {
                low = Math.floor(least);
                high = Math.max(low + 1, Math.ceil(most));
                for (double power = low; power <= high; power++) {
                    tick(power, Numerals.of(Math.pow(10, power)));
                }
                return;
            }
            Ticks ticks = Ticks.around(least, most, MAX_TICKS);
            low = ticks.first();
            high = ticks.last();
            for (int i = 0; i < ticks.count(); i++) {
                tick(ticks.at(i), ticks.text(i));
            }
        }

        private void tick(double value, String words) {
            double y = Math.round(up(value)) + .5;
            surface.line(left, y, right, y, Pen.thin(Ink.Role.LINE));
            surface.small(Phrase.same(words), Spot.end(left - 8, y), Ink.Role.FAINT);
        }

        private double scaled(double value) {
            return logarithmic ? Math.log10(value) : value;
        }

        private double up(double scaled) {
            return base - (scaled - low) / (high - low) * (base - top);
        }

        private double at(int length) {
            int count = data.lengths().size();
            return count == 1 ? (left + right) / 2 : left + 14 + (right - left - 28) * length / (count - 1);
        }

        private void line(int number) {
            LengthsData.Line line = data.lines().get(number);
            double[] y = values.apply(line);
            for (int i = 1; i < y.length; i++) {
                if (known(y[i - 1]) && known(y[i])) {
                    surface.line(at(i - 1), up(scaled(y[i - 1])), at(i), up(scaled(y[i])), Pen.series(number));
                }
            }
            for (int i = 0; i < y.length; i++) {
                if (known(y[i])) {
                    double x = at(i);
                    double above = up(scaled(y[i]));
                    surface.told(told(line, i), () -> Markers.draw(surface, number, x, above, 1));
                }
            }
        }

        private boolean known(double value) {
            return Double.isFinite(scaled(value));
        }
    }

    private Phrase told(LengthsData.Line line, int length) {
        return Phrases.of(
                "lengths.told",
                line.name(),
                Phrase.same(Numerals.count(data.lengths().get(length))),
                number(line.auc()[length]),
                number(line.ndcg()[length]),
                number(line.millis()[length]));
    }

    private static Phrase number(double value) {
        return Phrase.same(Double.isNaN(value) ? "–" : Numerals.of(value));
    }
}
