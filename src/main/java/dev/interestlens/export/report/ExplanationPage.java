package dev.interestlens.export.report;

import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.HistoryPicture;
import dev.interestlens.explain.effect.Agreement;
import dev.interestlens.explain.effect.EffectWords;
import dev.interestlens.explain.look.Behaviour;
import dev.interestlens.explain.look.HistoryRow;
import dev.interestlens.explain.look.Item;
import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.view.CurvesPicture;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.export.report.json.Provenance;
import dev.interestlens.export.report.page.Markup;
import dev.interestlens.export.report.page.PageFrame;
import dev.interestlens.export.report.page.PanelsHtml;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.file.PageFigures;
import java.util.Arrays;
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
    private final PageFigures figures;
    private final StringBuilder html = new StringBuilder();

    private ExplanationPage(
            Explanation explanation,
            Provenance provenance,
            Optional<MeasuredFidelity> model,
            String prefix,
            PageFigures figures) {
        this.figures = figures;
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
        return new ExplanationPage(explanation, provenance, model, "", new PageFigures()).write(language);
    }

    /** Several explanations of one model, with a table of contents. */
    static String of(List<ExplanationFile.Sourced> all, Optional<MeasuredFidelity> model, Locale language) {
        Text title = ReportWords.of("batch.title")
                .with("count", String.valueOf(all.size()))
                .with("run", all.get(0).source().run())
                .text();
        PageFigures figures = new PageFigures();
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
                    all.get(i).explanation(),
                    all.get(i).source(),
                    last ? model : Optional.empty(),
                    "e" + i + "-",
                    figures);
            page.article();
            html.append("<article id=\"e" + i + "\">" + page.html + "</article>\n");
        }
        return html.append(PageFrame.END).toString();
    }

    private String write(Locale language) {
        Text title = ReportWords.of("title").with("item", candidate().title()).text();
        html.append(PageFrame.begin(title, language));
        article();
        return html.append(PageFrame.END).toString();
    }

    private void article() {
        answer();
        history();
        html.append(PanelsHtml.of(explanation.panels(), prefix, figures));
        curves();
        figures();
        model.ifPresent(this::model);
        footer();
    }

    /** The fidelity of the model over many predictions. */
    private void model(MeasuredFidelity measured) {
        html.append("<details><summary>"
                + PageFrame.both(ReportWords.of("modelFidelity")
                        .with("run", measured.source().run())
                        .with("created", Markup.time(measured.source().created()))
                        .text())
                + "</summary>\n");
        if (measured.older()) {
            note(ReportWords.of("modelFidelity.older").text());
        }
        html.append(FidelityPage.sections(measured.report(), measured.source(), figures) + "</details>\n");
    }

    private void answer() {
        float label = explanation.impression().label();
        html.append("<section class=\"answer\"><p class=\"what\"><b>"
                + PageFrame.both(candidate().title()) + "</b> "
                + PageFrame.both(candidate().category()) + "</p><p class=\"sentence\">"
                + PageFrame.both(explanation.sentence().text()) + "</p><p class=\"score\">"
                + PageFrame.both(ReportWords.of("score")
                        .with("score", Markup.number(explanation.score(), 2))
                        .text()));
        if (!Float.isNaN(label)) {
            html.append(" · "
                    + PageFrame.both(
                            ReportWords.of(label > 0.5 ? "chosen" : "notChosen").text()));
        }
        Agreement.Badge badge = explanation.agreement().badge();
        html.append("</p><span class=\"badge\">" + PageFrame.both(Wording.of("badge.title")) + " <b>"
                + PageFrame.both(EffectWords.badge(badge)) + "</b></span></section>\n");
    }

    private void history() {
        List<HistoryRow> rows = Arrays.stream(explanation.read().steps())
                .mapToObj(explanation.history()::get)
                .toList();
        heading("history");
        if (rows.isEmpty()) {
            note(ReportWords.of("empty").text());
            return;
        }
        note(ReportWords.of("order").with("count", String.valueOf(rows.size())).text());
        Chart picture = HistoryPicture.of(explanation);
        note(picture.note());
        html.append(figures.of(picture.drawing()));
        html.append("<table class=\"history\"><thead><tr><th class=\"position\"></th><th>"
                + PageFrame.both(ReportWords.of("behaviour").text())
                + "</th><th>" + PageFrame.both(ReportWords.of("look").text()) + "</th><th>"
                + PageFrame.both(ReportWords.of("effect").text()) + "</th></tr></thead><tbody>\n");
        rows.forEach(this::row);
        html.append("</tbody></table>\n");
    }

    private void row(HistoryRow row) {
        Behaviour behaviour = row.behaviour();
        boolean named = explanation.sentence().named().contains(behaviour.position());
        String time = behaviour.time() == Behaviour.UNTIMED ? "" : Markup.time(behaviour.time());
        Text category = behaviour.item().category();
        Text under = new Text(under(category.en(), time), under(category.zh(), time));
        html.append("<tr" + (named ? " class=\"named\"" : "") + "><td class=\"position\">" + (behaviour.position() + 1)
                + "</td><td class=\"title\">" + PageFrame.both(behaviour.item().title()) + "<small>"
                + PageFrame.both(under)
                + "</small></td><td class=\"number\">" + Markup.number(row.look(), 3)
                + "</td><td class=\"number\" title=\""
                + Markup.escape(ReportWords.of("effect.points")
                        .with("points", Markup.signed(100 * row.points(), 1))
                        .text()
                        .en())
                + "\">" + Markup.signed(row.effect(), 2) + "</td></tr>\n");
    }

    private static String under(String category, String time) {
        return String.join(
                " · ",
                List.of(category, time).stream().filter(s -> !s.isEmpty()).toList());
    }

    private void curves() {
        if (explanation.history().isEmpty()) {
            return;
        }
        Chart picture = CurvesPicture.of(explanation.curves());
        html.append("<h2>" + PageFrame.both(picture.title()) + "</h2>\n");
        note(picture.note());
        html.append(figures.of(picture.drawing()));
    }

    private void figures() {
        Agreement agreement = explanation.agreement();
        heading("figures");
        note(EffectWords.badgeHelp(agreement.badge()));
        html.append("<table class=\"figures\"><tbody>");
        figure(Wording.of("agreement.found"), agreement.found().share());
        figure(Wording.of("agreement.tau"), agreement.tau());
        figure(Wording.of("agreement.untrainedTau"), agreement.untrainedTau());
        Text random = Text.same(Markup.number(agreement.randomOverlap(), 2));
        figure(Wording.of("agreement.topOverlap", Map.of("random", random)), agreement.topOverlap());
        figure(Wording.of("agreement.topAgainst"), agreement.topAgainst());
        figure(Wording.of("agreement.orderSkill"), agreement.orderSkill());
        figure(
                ReportWords.of("comprehensiveness").text(),
                explanation.curves().look().comprehensiveness());
        figure(ReportWords.of("sufficiency").text(), explanation.curves().look().sufficiency());
        figure(ReportWords.of("historyEffect").text(), explanation.effects().historyEffect());
        html.append("</tbody></table>");
        Text deviation = Text.same(Markup.number(agreement.nullDeviation(), 2));
        note(Wording.of("agreement.found.help"));
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
        html.append("<h2>" + PageFrame.both(ReportWords.of(key).text()) + "</h2>\n");
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
