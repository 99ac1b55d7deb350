package dev.interestlens.export.report;

import dev.interestlens.explain.Agreement;
import dev.interestlens.explain.Behaviour;
import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.HistoryRow;
import dev.interestlens.explain.Item;
import dev.interestlens.explain.Text;
import dev.interestlens.explain.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An explanation as one HTML file in both languages: the sentence first, then Look and Effect, then the pictures, then the checks. It needs no network
 * and no script, can be read on a phone and printed, and follows the reader's light or dark setting.
 */
public final class ExplanationPage {
    private final Explanation explanation;
    private final Provenance provenance;
    private final Optional<MeasuredFidelity> model;
    private final String prefix;
    private final StringBuilder html = new StringBuilder();

    private ExplanationPage(
            Explanation explanation, Provenance provenance, Optional<MeasuredFidelity> model, String prefix) {
        this.explanation = explanation;
        this.provenance = provenance;
        this.model = model;
        this.prefix = prefix;
    }

    /**
     * @param language the one that is shown first
     */
    public static String of(
            Explanation explanation, Provenance provenance, Optional<MeasuredFidelity> model, Locale language) {
        return new ExplanationPage(explanation, provenance, model, "").write(language);
    }

    /** Several of one model one behind the other, with a list of contents. */
    static String of(List<ExplanationFile.Sourced> all, Optional<MeasuredFidelity> model, Locale language) {
        Text title = Words.of("batch.title")
                .with("count", String.valueOf(all.size()))
                .with("run", all.get(0).source().run())
                .text();
        StringBuilder html = new StringBuilder(PageFrame.begin(title, language));
        html.append("<h1>" + PageFrame.both(title) + "</h1><ol>");
        for (int i = 0; i < all.size(); i++) {
            Explanation each = all.get(i).explanation();
            html.append("<li><a href=\"#e" + i + "\">"
                    + PageFrame.both(each.impression().candidate().title()) + "</a> · "
                    + Markup.number(each.score(), 3) + " · "
                    + PageFrame.both(each.sentence().text()) + "</li>\n");
        }
        html.append("</ol>\n");
        for (int i = 0; i < all.size(); i++) {
            boolean last = i == all.size() - 1;
            ExplanationPage page = new ExplanationPage(
                    all.get(i).explanation(), all.get(i).source(), last ? model : Optional.empty(), "e" + i + "-");
            page.article();
            html.append("<article id=\"e" + i + "\">" + page.html + "</article>\n");
        }
        return html.append(PageFrame.END).toString();
    }

    private String write(Locale language) {
        Text title = Words.of("title").with("item", candidate().title()).text();
        html.append(PageFrame.begin(title, language));
        article();
        return html.append(PageFrame.END).toString();
    }

    private void article() {
        answer();
        history();
        html.append(PanelsHtml.of(explanation.panels(), prefix));
        curves();
        figures();
        model.ifPresent(this::model);
        footer();
    }

    /** What was measured over many predictions of the same model. */
    private void model(MeasuredFidelity measured) {
        html.append("<details><summary>"
                + PageFrame.both(Words.of("modelFidelity")
                        .with("run", measured.source().run())
                        .with("created", Markup.time(measured.source().created()))
                        .text())
                + "</summary>\n");
        if (measured.older()) {
            note(Words.of("modelFidelity.older").text());
        }
        html.append(FidelityPage.sections(measured.report(), measured.source()) + "</details>\n");
    }

    private void answer() {
        float label = explanation.impression().label();
        html.append("<section class=\"answer\"><p class=\"what\"><b>"
                + PageFrame.both(candidate().title()) + "</b> "
                + PageFrame.both(candidate().category()) + "</p><p class=\"sentence\">"
                + PageFrame.both(explanation.sentence().text()) + "</p><p class=\"score\">"
                + PageFrame.both(Words.of("score")
                        .with("score", Markup.number(explanation.score(), 2))
                        .text()));
        if (!Float.isNaN(label)) {
            html.append(" · "
                    + PageFrame.both(
                            Words.of(label > 0.5 ? "chosen" : "notChosen").text()));
        }
        Agreement.Badge badge = explanation.agreement().badge();
        html.append("</p><span class=\"badge\">" + PageFrame.both(Wording.of("badge.title")) + " <b>"
                + PageFrame.both(Wording.badge(badge)) + "</b></span></section>\n");
    }

    private void history() {
        List<HistoryRow> rows = explanation.history();
        heading("history");
        if (rows.isEmpty()) {
            note(Words.of("empty").text());
            return;
        }
        note(Words.of("order").with("count", String.valueOf(rows.size())).text());
        note(Words.look(explanation.looked()));
        note(Words.of("effectHelp").text());
        html.append("<table><thead><tr><th class=\"position\"></th><th>"
                + PageFrame.both(Words.of("behaviour").text())
                + "</th><th>" + PageFrame.both(Words.of("look").text()) + "</th><th>"
                + PageFrame.both(Words.of("effect").text()) + "</th></tr></thead><tbody>\n");
        Bars bars = new Bars(rows, explanation.looked().even());
        rows.forEach(row -> row(row, bars));
        html.append("</tbody></table>\n");
    }

    private void row(HistoryRow row, Bars bars) {
        Behaviour behaviour = row.behaviour();
        boolean named = explanation.sentence().named().contains(behaviour.position());
        String time = behaviour.time() == Behaviour.UNTIMED ? "" : Markup.time(behaviour.time());
        Text category = behaviour.item().category();
        Text under = new Text(under(category.en(), time), under(category.zh(), time));
        html.append("<tr" + (named ? " class=\"named\"" : "") + "><td class=\"position\">" + (behaviour.position() + 1)
                + "</td><td class=\"title\">" + PageFrame.both(behaviour.item().title()) + "<small>"
                + PageFrame.both(under)
                + "</small></td><td class=\"bar\">"
                + bar(bars.look(row), bars.signedLook(), bars.even(), "look") + "<span>"
                + Markup.number(row.look(), 3) + "</span></td><td class=\"bar\">"
                + bar(bars.effect(row), true, Double.NaN, row.points() < 0 ? "down" : "up") + "<span>"
                + Markup.signed(100 * row.points(), 1) + "</span></td></tr>\n");
    }

    private static String under(String category, String time) {
        return String.join(
                " · ",
                List.of(category, time).stream().filter(s -> !s.isEmpty()).toList());
    }

    private static String bar(double share, boolean signed, double even, String kind) {
        double width = signed ? 50 * Math.abs(share) : 100 * share;
        double x = signed ? (share < 0 ? 50 - width : 50) : 0;
        String lines = signed ? "<path class=\"zero\" d=\"M50 0V12\" vector-effect=\"non-scaling-stroke\"/>" : "";
        if (!Double.isNaN(even)) {
            lines += "<path class=\"even\" d=\"M" + Markup.at(100 * even)
                    + " 0V12\" vector-effect=\"non-scaling-stroke\"/>";
        }
        return "<svg viewBox=\"0 0 100 12\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"" + kind
                + "\" x=\"" + Markup.at(x) + "\" y=\"1\" width=\"" + Markup.at(width) + "\" height=\"10\"/>" + lines
                + "</svg>";
    }

    private void curves() {
        if (explanation.history().isEmpty()) {
            return;
        }
        heading("curves");
        note(Words.of("curvesHelp").text());
        html.append(PageFrame.fitting(new PictureSvg(
                CurvesSvg.WIDTH,
                CurvesSvg.HEIGHT,
                new CurvesSvg(explanation.curves(), Lettering.BOTH).group(),
                false)));
    }

    private void figures() {
        Agreement agreement = explanation.agreement();
        heading("figures");
        note(Wording.badgeHelp(agreement.badge()));
        html.append("<table class=\"figures\"><tbody>");
        figure(Wording.of("agreement.tau"), agreement.tau());
        figure(Wording.of("agreement.untrainedTau"), agreement.untrainedTau());
        Text random = Text.same(Markup.number(agreement.randomOverlap(), 2));
        figure(Wording.of("agreement.topOverlap", Map.of("random", random)), agreement.topOverlap());
        figure(Wording.of("agreement.topAgainst"), agreement.topAgainst());
        figure(Wording.of("agreement.orderSkill"), agreement.orderSkill());
        figure(Words.of("comprehensiveness").text(), explanation.curves().look().comprehensiveness());
        figure(Words.of("sufficiency").text(), explanation.curves().look().sufficiency());
        figure(Words.of("historyEffect").text(), explanation.effects().historyEffect());
        html.append("</tbody></table>");
        Text deviation = Text.same(Markup.number(agreement.nullDeviation(), 2));
        note(Wording.of("agreement.tau.help", Map.of("deviation", deviation)));
        note(Wording.of("agreement.orderSkill.help"));
    }

    private void figure(Text name, double value) {
        html.append("<tr><td>" + PageFrame.both(name) + "</td><td>" + Markup.number(value, 3) + "</td></tr>\n");
    }

    private void footer() {
        html.append("<footer>" + PageFrame.both(Figures.footer(explanation, provenance)) + "</footer>\n");
    }

    private void heading(String key) {
        html.append("<h2>" + PageFrame.both(Words.of(key).text()) + "</h2>\n");
    }

    private void note(Text text) {
        if (!text.en().isEmpty()) {
            html.append("<p class=\"note\">" + PageFrame.both(text) + "</p>\n");
        }
    }

    private Item candidate() {
        return explanation.impression().candidate();
    }
}
