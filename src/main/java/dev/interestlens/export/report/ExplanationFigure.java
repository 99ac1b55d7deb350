package dev.interestlens.export.report;

import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.HeatMatrix;
import dev.interestlens.explain.HistoryRow;
import dev.interestlens.explain.Panel;
import dev.interestlens.explain.Picture;
import dev.interestlens.explain.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An explanation as one SVG picture in one language, on white: the sentence, Look and Effect, the first heatmap with its legend, and a foot with the
 * fidelity line, run and sample. For papers and slides.
 */
public final class ExplanationFigure {
    private static final int WIDTH = 800;
    private static final int MARGIN = 24;
    private static final int ROW = 20;
    private static final int LINE = 15;
    private static final int NAME = MARGIN + 26;
    private static final int LOOK = 360;
    private static final int EFFECT = 590;
    private static final int BAR = 130;
    private static final double TITLE_EMS = 24;

    private final Explanation explanation;
    private final Provenance provenance;
    private final Locale language;
    private final Optional<Picture> chosen;
    private final Optional<MeasuredFidelity> model;
    private final StringBuilder body = new StringBuilder();
    private double y = MARGIN;

    private ExplanationFigure(
            Explanation explanation,
            Provenance provenance,
            Optional<Picture> chosen,
            Optional<MeasuredFidelity> model,
            Locale language) {
        this.chosen = chosen;
        this.model = model;
        this.explanation = explanation;
        this.provenance = provenance;
        this.language = language;
    }

    /**
     * @param chosen the picture below the bars; else the first there is
     * @param model what was measured over many predictions, for the foot
     */
    public static String of(
            Explanation explanation,
            Provenance provenance,
            Optional<Picture> chosen,
            Optional<MeasuredFidelity> model,
            Locale language) {
        return new ExplanationFigure(explanation, provenance, chosen, model, language).write();
    }

    private String write() {
        String item = explanation.impression().candidate().title().in(language);
        y += 12;
        text(
                MARGIN,
                "start",
                "tick",
                Words.of("title").with("item", item).text().in(language));
        y += 6;
        for (String line : Figures.wrap(explanation.sentence().text().in(language), 39)) {
            y += 26;
            text(MARGIN, "start", "sentence", line);
        }
        y += 34;
        if (explanation.history().isEmpty()) {
            text(MARGIN, "start", "tick", Words.of("empty").text().in(language));
        } else {
            bars();
        }
        double width = picture();
        foot();
        String w = Markup.at(Math.max(WIDTH, width));
        String h = Markup.at(y + MARGIN);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\""
                + language.getLanguage()
                + "\" width=\"" + w
                + "\" height=\"" + h + "\" viewBox=\"0 0 " + w + " " + h + "\"><title>" + Markup.escape(item)
                + "</title><style>" + StyleSheet.figure() + "</style><rect width=\"" + w + "\" height=\"" + h
                + "\" fill=\"#ffffff\"/>" + body + "</svg>\n";
    }

    private void bars() {
        List<HistoryRow> rows = explanation.history();
        Bars bars = new Bars(rows, explanation.looked().even());
        text(MARGIN, "start", "head", Words.of("behaviour").text().in(language));
        text(LOOK, "start", "head", Words.of("look").text().in(language));
        text(EFFECT, "start", "head", Words.of("effect").text().in(language));
        double top = y + 8;
        for (HistoryRow row : rows) {
            y += ROW;
            double first = y;
            bar(LOOK, bars.look(row), bars.signedLook(), "#5b6b8c");
            text(LOOK + BAR + 8, "start", "tick", Markup.number(row.look(), 3));
            bar(EFFECT, bars.effect(row), true, row.points() < 0 ? "#d55e00" : "#0072b2");
            text(EFFECT + BAR + 8, "start", "tick", Markup.signed(100 * row.points(), 1));
            name(row);
            if (named(row)) {
                mark(first - 11, y + 4);
            }
        }
        if (!Double.isNaN(bars.even())) {
            line(LOOK + BAR * bars.even(), top, "stroke=\"#1b1f24\" stroke-dasharray=\"2 2\"");
        }
        line(EFFECT + BAR / 2.0, top, "stroke=\"#5a636e\"");
        y += 16;
        scale(LOOK, bars.mostLook(), bars.signedLook(), 3);
        scale(EFFECT, 100 * bars.mostPoints(), true, 1);
        y += 8;
        help(Words.look(explanation.looked()).in(language));
        help(Words.of("effectHelp").text().in(language));
        if (rows.stream().anyMatch(this::named)) {
            help(Words.of("named").text().in(language));
        }
    }

    private boolean named(HistoryRow row) {
        return explanation.sentence().named().contains(row.behaviour().position());
    }

    /** In as many lines as it needs. */
    private void name(HistoryRow row) {
        String kind = named(row) ? "label head" : "label";
        text(NAME - 6, "end", "tick", String.valueOf(row.behaviour().position() + 1));
        List<String> lines = Figures.wrap(row.behaviour().item().title().in(language), TITLE_EMS);
        for (int i = 0; i < lines.size(); i++) {
            y += i == 0 ? 0 : LINE;
            text(NAME, "start", kind, lines.get(i));
        }
    }

    private void mark(double from, double to) {
        body.append("<rect fill=\"#0b63c4\" x=\"" + (MARGIN - 8) + "\" y=\"" + Markup.at(from)
                + "\" width=\"3\" height=\"" + Markup.at(to - from) + "\"/>");
    }

    /** What the ends of the bars stand for. */
    private void scale(double x, double most, boolean signed, int digits) {
        text(x, signed ? "middle" : "start", "tick", signed ? Markup.signed(-most, digits) : "0");
        if (signed) {
            text(x + BAR / 2.0, "middle", "tick", "0");
        }
        text(x + BAR, "middle", "tick", signed ? Markup.signed(most, digits) : Markup.number(most, digits));
    }

    private void help(String words) {
        for (String line : Figures.wrap(words, 66)) {
            y += 14;
            text(MARGIN, "start", "tick", line);
        }
    }

    private void bar(double x, double share, boolean signed, String colour) {
        double length = (signed ? BAR / 2.0 : BAR) * Math.abs(share);
        double from = signed ? x + BAR / 2.0 - (share < 0 ? length : 0) : x;
        body.append("<rect fill=\"" + colour + "\" x=\"" + Markup.at(from) + "\" y=\"" + Markup.at(y - 9)
                + "\" width=\"" + Markup.at(length) + "\" height=\"10\"/>");
    }

    private void line(double x, double top, String style) {
        body.append(
                "<path " + style + " d=\"M" + Markup.at(x) + " " + Markup.at(top) + "V" + Markup.at(y + 4) + "\"/>");
    }

    private double picture() {
        Optional<Picture> shown = chosen.or(() -> explanation.panels().stream()
                .flatMap(panel -> panel.pictures().stream())
                .findFirst());
        if (shown.isEmpty()) {
            return 0;
        }
        y += 34;
        Picture below = shown.get();
        text(MARGIN, "start", "head", below.title().in(language));
        help(below.note().in(language));
        y += 8;
        Picture first = below instanceof HeatMatrix matrix ? matrix.firstRows(rows(matrix)) : below;
        PictureSvg svg = PictureSvg.onWhite(first, Lettering.in(language));
        body.append("<g transform=\"translate(" + MARGIN + " " + Markup.at(y) + ")\">" + svg.group() + "</g>");
        y += svg.height();
        return svg.width() + 2 * MARGIN;
    }

    /** As many as its view shows at first. */
    private int rows(HeatMatrix matrix) {
        return explanation.panels().stream()
                .filter(panel -> panel.pictures().contains(matrix))
                .mapToInt(Panel::firstRows)
                .findFirst()
                .orElse(0);
    }

    private void foot() {
        y += 10;
        help(Wording.line(explanation.agreement()).in(language));
        model.ifPresent(measured -> help(FidelityWords.line(measured).in(language)));
        help(Figures.footer(explanation, provenance).in(language));
    }

    private void text(double x, String anchor, String kind, String words) {
        body.append("<text class=\"" + kind + "\" x=\"" + Markup.at(x) + "\" y=\"" + Markup.at(y) + "\" text-anchor=\""
                + anchor + "\">" + Markup.escape(words) + "</text>");
    }
}
