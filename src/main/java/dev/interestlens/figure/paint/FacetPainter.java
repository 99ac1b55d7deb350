package dev.interestlens.figure.paint;

import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Phrases;
import dev.interestlens.figure.PlacesDrawing;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.data.FacetData;

/**
 * Draws a small histogram: its title above, the ends of its range below; where bars are chosen the others are faded.
 *
 * @param marked the bar that is read, −1 for none
 */
public record FacetPainter(FacetData data, int marked) implements PlacesDrawing {
    private static final double TOP = 18;
    private static final double BELOW = 16;
    private static final double PLAIN = 0.72;
    private static final double FADED = 0.25;
    private static final double READ = 0.28;

    @Override
    public double width(Surface ruler) {
        return 320;
    }

    @Override
    public double height(Surface ruler, double width) {
        return 120;
    }

    /** Pixels from bar to bar. */
    private double column(double width) {
        return width / Math.max(1, data.counts().length);
    }

    @Override
    public int places() {
        return data.counts().length;
    }

    @Override
    public Columns columns(Surface ruler, double width, double height) {
        return new Columns(0, column(width));
    }

    @Override
    public void paint(Surface surface, double width, double height) {
        int[] counts = data.counts();
        if (counts.length == 0) {
            return;
        }
        double base = height - BELOW;
        text(surface, data.title(), Spot.start(0, 7));
        text(surface, Phrase.same(data.from()), Spot.start(0, base + 9));
        text(surface, Phrase.same(data.to()), Spot.end(width, base + 9));
        surface.line(0, base + .5, width, base + .5, Pen.thin(Ink.Role.LINE));
        boolean[] chosen = data.chosen();
        boolean any = false;
        double highest = 1;
        for (int i = 0; i < counts.length; i++) {
            any |= chosen[i];
            highest = Math.max(highest, counts[i]);
        }
        double column = column(width);
        for (int i = 0; i < counts.length; i++) {
            double size = counts[i] == 0 ? 0 : Math.max(1, counts[i] / highest * (base - TOP));
            double strength = !any ? PLAIN : chosen[i] ? 1 : FADED;
            Ink ink = Ink.Role.ACCENT.faded(i == marked ? Math.min(1, strength + READ) : strength);
            double x = i * column + .5;
            surface.told(describe(i), () -> surface.rect(x, base - size, Math.max(1, column - 1), size, ink));
        }
    }

    private static void text(Surface surface, Phrase words, Spot at) {
        surface.small(words, at, Ink.Role.FAINT);
    }

    @Override
    public Phrase describe(int bar) {
        return Phrases.of(
                "facets.bar", data.title(), data.labels().get(bar), Phrase.same(Numerals.count(data.counts()[bar])));
    }
}
