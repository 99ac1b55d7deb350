package dev.interestlens.export.report;

import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.HistoryRow;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** One slide, 16:9: the sentence, the score, and what the strongest behaviours do to it when they are removed, in points. */
public final class ExplanationSlide {
    static final double WIDTH = 960;
    static final double HEIGHT = 540;
    static final int REASONS = 5;

    private static final double MARGIN = 48;
    private static final double SENTENCE = 26;
    private static final double TITLE = 17;
    private static final double TITLE_EMS = 20;
    private static final double LARGEST_ROW = 52;
    private static final double FOOT = 84;
    private static final double ZERO = 650;
    private static final double LONGEST = 190;
    private static final double MOST_LINES = 4;

    private final Locale language;
    private final StringBuilder body = new StringBuilder();

    private ExplanationSlide(Locale language) {
        this.language = language;
    }

    /** An SVG of {@value #WIDTH} × {@value #HEIGHT}, which drawn twice as large is a slide of 1920 × 1080. */
    public static String of(Explanation explanation, Provenance provenance, Locale language) {
        return new ExplanationSlide(language).write(explanation, provenance);
    }

    private String write(Explanation explanation, Provenance provenance) {
        String item = explanation.impression().candidate().title().in(language);
        text(
                MARGIN,
                56,
                15,
                "tick",
                Words.of("title").with("item", Figures.cut(item, 44)).text().in(language));
        double y = 66;
        List<String> lines = Figures.wrap(explanation.sentence().text().in(language), (WIDTH - 2 * MARGIN) / SENTENCE);
        for (int i = 0; i < Math.min(lines.size(), MOST_LINES); i++) {
            y += 36;
            boolean cut = i + 1 == MOST_LINES && lines.size() > MOST_LINES;
            text(MARGIN, y, SENTENCE, "head", lines.get(i) + (cut ? " …" : ""));
        }
        reasons(explanation.history(), y + 90);
        text(
                MARGIN,
                HEIGHT - 28,
                12,
                "tick",
                Figures.footer(explanation, provenance).in(language));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\""
                + language.getLanguage() + "\" width=\"" + Markup.at(WIDTH) + "\" height=\"" + Markup.at(HEIGHT)
                + "\" viewBox=\"0 0 " + Markup.at(WIDTH) + " " + Markup.at(HEIGHT) + "\"><title>"
                + Markup.escape(item) + "</title><style>" + StyleSheet.figure() + "</style><rect width=\""
                + Markup.at(WIDTH) + "\" height=\"" + Markup.at(HEIGHT) + "\" fill=\"#ffffff\"/>" + body + "</svg>\n";
    }

    /** The behaviours whose removal changes the score most, the strongest first. */
    static List<HistoryRow> strongest(List<HistoryRow> history) {
        return history.stream()
                .filter(row -> Double.isFinite(row.points()))
                .sorted(Comparator.comparingDouble((HistoryRow row) -> -Math.abs(row.points())))
                .limit(REASONS)
                .toList();
    }

    private void reasons(List<HistoryRow> history, double first) {
        List<HistoryRow> rows = strongest(history);
        if (rows.isEmpty()) {
            text(MARGIN, first - 30, TITLE, "tick", Words.of("empty").text().in(language));
            return;
        }
        text(
                MARGIN,
                first - 34,
                15,
                "tick",
                Words.of("slide.reasons")
                        .with("count", String.valueOf(rows.size()))
                        .with("all", String.valueOf(history.size()))
                        .text()
                        .in(language));
        double height = Math.min(LARGEST_ROW, (HEIGHT - FOOT - first) / (REASONS - 1));
        double most = Math.max(1e-9, Math.abs(rows.get(0).points()));
        for (int i = 0; i < rows.size(); i++) {
            double y = first + i * height;
            double points = rows.get(i).points();
            double length = LONGEST * Math.abs(points) / most;
            text(
                    MARGIN,
                    y,
                    TITLE,
                    "label",
                    Figures.cut(rows.get(i).behaviour().item().title().in(language), TITLE_EMS));
            body.append("<rect fill=\"" + (points < 0 ? "#d55e00" : "#0072b2") + "\" x=\""
                    + Markup.at(points < 0 ? ZERO - length : ZERO) + "\" y=\"" + Markup.at(y - 16) + "\" width=\""
                    + Markup.at(length) + "\" height=\"20\"/>");
            text(points < 0 ? ZERO + 8 : ZERO + length + 8, y, TITLE, "label", Markup.signed(100 * points, 1));
        }
        body.append("<path stroke=\"#5a636e\" d=\"M" + Markup.at(ZERO) + " " + Markup.at(first - 22) + "V"
                + Markup.at(first + (rows.size() - 1) * height + 10) + "\"/>");
    }

    private void text(double x, double y, double size, String kind, String words) {
        body.append("<text class=\"" + kind + "\" style=\"font-size:" + Markup.at(size) + "px\" x=\"" + Markup.at(x)
                + "\" y=\"" + Markup.at(y) + "\" text-anchor=\"start\">" + Markup.escape(words) + "</text>");
    }
}
