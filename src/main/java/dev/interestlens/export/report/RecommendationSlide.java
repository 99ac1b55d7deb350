package dev.interestlens.export.report;

import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.json.Provenance;
import dev.interestlens.export.report.page.Markup;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Moved;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Surface;
import dev.interestlens.recommend.Recommendation;
import java.util.List;

/** One slide, 16:9: the sentence of a list, its first items with their scores, each with the behaviour that raises it most. */
public record RecommendationSlide(Recommendation recommendation, Provenance provenance) implements Drawing {
    /** With the margin of a file 960 × 540. */
    private static final double WIDTH = 912;

    private static final double HEIGHT = 492;
    private static final double MARGIN = 24;
    private static final Letters SENTENCE = new Letters(20, true);
    private static final Letters TITLE = new Letters(15, false);
    private static final double FOOT = 40;
    private static final int MAX_LINES = 4;

    @Override
    public double width(Surface ruler) {
        return WIDTH;
    }

    @Override
    public double height(Surface ruler, double width) {
        return HEIGHT;
    }

    @Override
    public void paint(Surface surface, double width, double height) {
        text(surface, person(), MARGIN, 20, TITLE, Ink.Role.FAINT);
        Text sentence = recommendation
                .sentence()
                .map(each -> each.text())
                .orElse(ReportWords.of("recommend.best").text());
        List<Phrase> lines = surface.lines(sentence, SENTENCE, width - 2 * MARGIN);
        double y = 24;
        for (int i = 0; i < Math.min(lines.size(), MAX_LINES); i++) {
            y += 28;
            Phrase line = lines.get(i);
            boolean cut = i + 1 == MAX_LINES && lines.size() > MAX_LINES;
            text(
                    surface,
                    cut ? language -> line.in(language) + " " + Surface.DOTS : line,
                    MARGIN,
                    y,
                    SENTENCE,
                    Ink.Role.INK);
        }
        double top = y + 18;
        new RecommendationRows(recommendation.entries()).paint(new Moved(surface, 0, top), WIDTH, HEIGHT - FOOT - top);
        text(
                surface,
                surface.fit(footer(), Letters.PLAIN, width - 2 * MARGIN),
                MARGIN,
                height - 8,
                Letters.PLAIN,
                Ink.Role.FAINT);
    }

    private Text person() {
        return ReportWords.of("recommend.person")
                .with("name", recommendation.person().name())
                .with("count", String.valueOf(recommendation.person().behaviours()))
                .text();
    }

    private Text footer() {
        return ReportWords.of("footer")
                .with("run", provenance.run())
                .with("model", provenance.model())
                .with("dataset", provenance.dataset())
                .with("sample", provenance.sample())
                .with("user", recommendation.person().name())
                .with("created", Markup.time(provenance.created()))
                .text();
    }

    private static void text(Surface surface, Phrase words, double x, double y, Letters letters, Ink ink) {
        surface.text(words, Spot.start(x, y), letters, ink);
    }
}
