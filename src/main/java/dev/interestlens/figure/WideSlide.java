package dev.interestlens.figure;

import java.util.List;

/** One slide, 16:9, with the margin of a file 960 × 540, which drawn twice as large is a slide of 1920 × 1080. */
public interface WideSlide extends Drawing {
    double WIDTH = 912;
    double HEIGHT = 492;

    /** Left and right of its words. */
    double MARGIN = 24;

    @Override
    default double width(Surface ruler) {
        return WIDTH;
    }

    @Override
    default double height(Surface ruler, double width) {
        return HEIGHT;
    }

    /** Words from the margin on, cut at the other one. */
    static void line(Surface surface, Phrase words, double y, Letters letters, Ink ink) {
        text(surface, surface.fit(words, letters, WIDTH - 2 * MARGIN), MARGIN, y, letters, ink);
    }

    /**
     * A sentence in a few lines; what does not fit is cut.
     *
     * @param above where the line before the first one would be
     * @return where the last line is
     */
    static double sentence(Surface surface, Phrase words, Letters letters, double above, double step, int most) {
        List<Phrase> lines = surface.lines(words, letters, WIDTH - 2 * MARGIN);
        double y = above;
        for (int i = 0; i < Math.min(lines.size(), most); i++) {
            y += step;
            Phrase line = lines.get(i);
            boolean cut = i + 1 == most && lines.size() > most;
            Phrase shown = cut ? language -> line.in(language) + " " + Surface.DOTS : line;
            text(surface, shown, MARGIN, y, letters, Ink.Role.INK);
        }
        return y;
    }

    static void text(Surface surface, Phrase words, double x, double y, Letters letters, Ink ink) {
        surface.text(words, Spot.start(x, y), letters, ink);
    }
}
