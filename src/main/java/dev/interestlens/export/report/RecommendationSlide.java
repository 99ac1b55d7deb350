package dev.interestlens.export.report;

import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.json.Provenance;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Moved;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.WideSlide;
import dev.interestlens.recommend.Recommendation;

/** One slide, 16:9: the sentence of a list, its first items with their scores, each with the behaviour that raises it most. */
public record RecommendationSlide(Recommendation recommendation, Provenance provenance) implements WideSlide {
    private static final Letters SENTENCE = new Letters(20, Letters.Cut.BOLD);
    private static final Letters TITLE = new Letters(15, Letters.Cut.REGULAR);
    private static final double FOOT = 40;
    private static final int MAX_LINES = 4;

    @Override
    public void paint(Surface surface, double width, double height) {
        WideSlide.text(surface, person(), MARGIN, 20, TITLE, Ink.Role.FAINT);
        Text sentence = recommendation.sentence().map(each -> each.text()).orElse(ReportWords.of("recommend.best"));
        double top = WideSlide.sentence(surface, sentence, SENTENCE, 24, 28, MAX_LINES) + 18;
        new RecommendationRows(recommendation.entries()).paint(new Moved(surface, 0, top), WIDTH, HEIGHT - FOOT - top);
        Text footer = Figures.footer(provenance, recommendation.person().name());
        WideSlide.line(surface, footer, height - 8, Letters.PLAIN, Ink.Role.FAINT);
    }

    private Text person() {
        return ReportWords.filled("recommend.person")
                .with("name", recommendation.person().name())
                .text("count", String.valueOf(recommendation.person().behaviours()));
    }
}
