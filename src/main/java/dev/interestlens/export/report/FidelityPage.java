package dev.interestlens.export.report;

import dev.interestlens.explain.effect.Agreement.Badge;
import dev.interestlens.explain.effect.EffectWords;
import dev.interestlens.explain.fidelity.FidelityReport;
import dev.interestlens.explain.fidelity.FidelityReport.Found;
import dev.interestlens.explain.fidelity.FidelityReport.Planted;
import dev.interestlens.explain.fidelity.FidelityReport.Truth;
import dev.interestlens.explain.fidelity.Figure;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.json.Provenance;
import dev.interestlens.export.report.page.Markup;
import dev.interestlens.export.report.page.PageFrame;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.file.PageFigures;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A fidelity report as one HTML file in both languages: every measure as a plot compared with chance, recency and the untrained model, the controls,
 * and the planted causes where there are some. Failed checks are included. It needs no network and no script.
 */
public final class FidelityPage {
    private final FidelityReport report;
    private final Provenance provenance;
    private final PageFigures figures;
    private final StringBuilder html = new StringBuilder();

    private FidelityPage(FidelityReport report, Provenance provenance, PageFigures figures) {
        this.figures = figures;
        this.report = report;
        this.provenance = provenance;
    }

    /**
     * @param provenance its sample names the measured part
     * @param language the one that is shown first
     */
    public static String of(FidelityReport report, Provenance provenance, Locale language) {
        return new FidelityPage(report, provenance, new PageFigures()).write(language);
    }

    /** The same sections without a page around them, for another page. */
    static String sections(FidelityReport report, Provenance provenance, PageFigures figures) {
        FidelityPage page = new FidelityPage(report, provenance, figures);
        page.sections();
        return page.html.toString();
    }

    /** The end of a page about many predictions: the provenance of its numbers. */
    static String end(Provenance provenance) {
        return "<footer>"
                + both(ReportWords.of("fidelity.footer")
                        .with("run", provenance.run())
                        .with("model", provenance.model())
                        .with("dataset", provenance.dataset())
                        .with("part", provenance.sample())
                        .with("created", Markup.time(provenance.created()))
                        .text())
                + "</footer>\n" + PageFrame.END;
    }

    private String write(Locale language) {
        Text title =
                ReportWords.of("fidelity.title").with("run", provenance.run()).text();
        html.append(PageFrame.begin(title, language)).append("<h1>" + both(title) + "</h1>\n");
        sections();
        return html.append(end(provenance)).toString();
    }

    private void sections() {
        note(ReportWords.of("fidelity.about")
                .with("samples", String.valueOf(report.all().samples()))
                .with("users", String.valueOf(report.users()))
                .text());
        badges();
        List<Panel> panels = FidelityPanels.of(report);
        panels.stream()
                .filter(panel -> !panel.name().equals("badges") && !FidelityPanels.isBelowControls(panel))
                .forEach(this::panel);
        heading("fidelity.controls");
        report.controls().forEach(control -> note(FidelityWords.control(control)));
        if (report.seeds().isEmpty()) {
            heading("fidelity.seeds.title");
            note(FidelityWords.seeds(report.seeds()));
        }
        panels.stream().filter(FidelityPanels::isBelowControls).forEach(this::panel);
        report.planted().ifPresent(planted -> {
            heading("fidelity.planted");
            planted(planted);
            FidelityWords.groups(planted.groups()).forEach(this::note);
        });
    }

    private void badges() {
        heading("fidelity.badges");
        int all = report.badges().values().stream().mapToInt(Integer::intValue).sum();
        html.append("<table><tbody>");
        for (Badge badge : Badge.values()) {
            int count = report.badges().getOrDefault(badge, 0);
            double share = all == 0 ? 0 : 100.0 * count / all;
            html.append("<tr><td class=\"title\">" + both(EffectWords.badge(badge)) + "<small>"
                    + both(EffectWords.badgeHelp(badge)) + "</small></td><td class=\"bar\"><svg viewBox=\"0 0 100 12\""
                    + " preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect"
                    + " class=\"look\" x=\"0\" y=\"1\" width=\""
                    + Markup.at(share) + "\" height=\"10\"/></svg><span>" + count + " · " + Markup.number(share, 0)
                    + " %</span></td></tr>\n");
        }
        html.append("</tbody></table>\n");
    }

    private void panel(Panel panel) {
        html.append("<h2>" + both(panel.title()) + "</h2>\n");
        for (Picture picture : panel.pictures()) {
            note(picture.note());
            note(panel.finding());
            html.append(figures.of(picture.drawing()));
        }
    }

    private void planted(Planted planted) {
        Map<Text, Truth> orders = FidelityWords.orders(planted);
        html.append("<div class=\"scroll\"><table class=\"columns\"><thead><tr><th></th>");
        orders.keySet().forEach(name -> html.append("<th>" + both(name) + "</th>"));
        html.append("</tr></thead><tbody>");
        for (Found found : Found.values()) {
            html.append("<tr><td>" + both(FidelityWords.found(found)) + "</td>");
            orders.values()
                    .forEach(truth -> html.append("<td>" + cell(truth.figures().get(found)) + "</td>"));
            html.append("</tr>\n");
        }
        html.append("</tbody></table></div>\n");
    }

    private static String cell(Figure figure) {
        String interval = Double.isFinite(figure.low())
                ? "<small>" + Markup.number(figure.low(), 3) + " – " + Markup.number(figure.high(), 3) + "</small>"
                : "";
        return Markup.number(figure.mean(), 3) + interval;
    }

    private void heading(String key) {
        html.append("<h2>" + both(ReportWords.of(key).text()) + "</h2>\n");
    }

    private void note(Text text) {
        if (text.en().isEmpty()) {
            return;
        }
        html.append("<p class=\"note\">" + both(text) + "</p>\n");
    }

    private static String both(Text text) {
        return PageFrame.both(text);
    }
}
