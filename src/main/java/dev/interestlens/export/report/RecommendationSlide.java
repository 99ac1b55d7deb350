package dev.interestlens.export.report;

import dev.interestlens.recommend.Recommendation;
import java.util.List;
import java.util.Locale;

/** One slide, 16:9: the sentence of a list, its first items with their scores, and beside each the behaviour that raises it most. */
public final class RecommendationSlide {
    private static final double WIDTH = ExplanationSlide.WIDTH;
    private static final double HEIGHT = ExplanationSlide.HEIGHT;
    private static final int ITEMS = 10;
    private static final double MARGIN = 48;
    private static final double SENTENCE = 22;
    private static final double TITLE = 15;
    private static final double BAR = 460;
    private static final double LONGEST = 110;
    private static final double REASON = 640;
    private static final double LARGEST_ROW = 34;
    private static final double FOOT = 62;
    private static final int MOST_LINES = 4;

    private final Locale language;
    private final StringBuilder body = new StringBuilder();

    private RecommendationSlide(Locale language) {
        this.language = language;
    }

    /** An SVG of 960 × 540. */
    public static String of(Recommendation recommendation, Provenance provenance, Locale language) {
        return new RecommendationSlide(language).write(recommendation, provenance);
    }

    private String write(Recommendation recommendation, Provenance provenance) {
        String person = Words.of("recommend.person")
                .with("name", recommendation.person().name())
                .with("count", String.valueOf(recommendation.person().behaviours()))
                .text()
                .in(language);
        text(MARGIN, 46, TITLE, "tick", person);
        double y = 52;
        String sentence = recommendation
                .sentence()
                .map(each -> each.text().in(language))
                .orElse(Words.of("recommend.best").text().in(language));
        List<String> lines = Figures.wrap(sentence, (WIDTH - 2 * MARGIN) / SENTENCE);
        for (int i = 0; i < Math.min(lines.size(), MOST_LINES); i++) {
            y += 30;
            boolean cut = i + 1 == MOST_LINES && lines.size() > MOST_LINES;
            text(MARGIN, y, SENTENCE, "head", lines.get(i) + (cut ? " …" : ""));
        }
        rows(recommendation.entries(), y + 56);
        text(
                MARGIN,
                HEIGHT - 22,
                12,
                "tick",
                Words.of("footer")
                        .with("run", provenance.run())
                        .with("model", provenance.model())
                        .with("dataset", provenance.dataset())
                        .with("sample", provenance.sample())
                        .with("user", recommendation.person().name())
                        .with("created", Markup.time(provenance.created()))
                        .text()
                        .in(language));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\""
                + language.getLanguage() + "\" width=\"" + Markup.at(WIDTH) + "\" height=\"" + Markup.at(HEIGHT)
                + "\" viewBox=\"0 0 " + Markup.at(WIDTH) + " " + Markup.at(HEIGHT) + "\"><title>"
                + Markup.escape(person) + "</title><style>" + StyleSheet.figure() + "</style><rect width=\""
                + Markup.at(WIDTH) + "\" height=\"" + Markup.at(HEIGHT) + "\" fill=\"#ffffff\"/>" + body + "</svg>\n";
    }

    private void rows(List<Recommendation.Entry> all, double first) {
        List<Recommendation.Entry> entries = all.subList(0, Math.min(ITEMS, all.size()));
        if (entries.isEmpty()) {
            return;
        }
        text(BAR, first - 24, 13, "tick", Words.of("recommend.score").text().in(language));
        text(
                REASON,
                first - 24,
                13,
                "tick",
                Words.of("recommend.strongest").text().in(language));
        double height = Math.min(LARGEST_ROW, (HEIGHT - FOOT - first) / entries.size());
        double most = Math.max(1e-9, entries.get(0).score());
        for (int i = 0; i < entries.size(); i++) {
            Recommendation.Entry entry = entries.get(i);
            double y = first + i * height;
            String name = entry.rank() + "  " + entry.item().title().in(language);
            text(MARGIN, y, TITLE, "label", Figures.cut(name, (BAR - MARGIN - 16) / TITLE));
            body.append("<rect fill=\"#0072b2\" x=\"" + Markup.at(BAR) + "\" y=\"" + Markup.at(y - 12) + "\" width=\""
                    + Markup.at(LONGEST * entry.score() / most) + "\" height=\"14\"/>");
            text(BAR + LONGEST + 8, y, TITLE, "label", Markup.number(entry.score(), 3));
            if (!entry.reasons().isEmpty()) {
                Recommendation.Reason reason = entry.reasons().get(0);
                String words = Markup.signed(reason.effect(), 2) + "  "
                        + reason.item().title().in(language);
                text(REASON, y, TITLE, "label", Figures.cut(words, (WIDTH - MARGIN - REASON) / TITLE));
            }
        }
    }

    private void text(double x, double y, double size, String kind, String words) {
        body.append("<text class=\"" + kind + "\" style=\"font-size:" + Markup.at(size) + "px\" x=\"" + Markup.at(x)
                + "\" y=\"" + Markup.at(y) + "\" text-anchor=\"start\">" + Markup.escape(words) + "</text>");
    }
}
