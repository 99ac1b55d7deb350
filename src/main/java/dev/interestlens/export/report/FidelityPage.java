package dev.interestlens.export.report;

import dev.interestlens.explain.Agreement.Badge;
import dev.interestlens.explain.FidelityReport;
import dev.interestlens.explain.FidelityReport.Group;
import dev.interestlens.explain.FidelityReport.Measure;
import dev.interestlens.explain.FidelityReport.Source;
import dev.interestlens.explain.FidelityReport.Truth;
import dev.interestlens.explain.Figure;
import dev.interestlens.explain.Text;
import dev.interestlens.explain.Wording;
import dev.interestlens.figure.IntervalData;
import dev.interestlens.figure.IntervalPainter;
import dev.interestlens.figure.file.PageFigures;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A fidelity report as one HTML file in both languages: every measure as a plot beside what chance, recency and the untrained model give, the controls, the planted
 * truth where there is one. Never one number; what failed stays in. It needs no network and no script.
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
     * @param provenance its sample says which part was measured
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

    private String write(Locale language) {
        Text title = Words.of("fidelity.title").with("run", provenance.run()).text();
        html.append(PageFrame.begin(title, language)).append("<h1>" + both(title) + "</h1>\n");
        sections();
        html.append("<footer>"
                + both(Words.of("fidelity.footer")
                        .with("run", provenance.run())
                        .with("model", provenance.model())
                        .with("dataset", provenance.dataset())
                        .with("part", provenance.sample())
                        .with("created", Markup.time(provenance.created()))
                        .text())
                + "</footer>\n");
        return html.append(PageFrame.END).toString();
    }

    private void sections() {
        note(Words.of("fidelity.about")
                .with("samples", String.valueOf(report.all().samples()))
                .with("users", String.valueOf(report.users()))
                .text());
        badges();
        for (Measure measure : Measure.values()) {
            measure(measure);
        }
        lengths();
        controls();
        seeds();
        report.planted().ifPresent(planted -> {
            heading("fidelity.planted");
            note(Words.of("fidelity.planted.about")
                    .with("samples", String.valueOf(planted.samples()))
                    .text());
            planted(planted.look(), planted.effect(), planted.random());
        });
    }

    private void badges() {
        heading("fidelity.badges");
        int all = report.badges().values().stream().mapToInt(Integer::intValue).sum();
        html.append("<table><tbody>");
        for (Badge badge : Badge.values()) {
            int count = report.badges().getOrDefault(badge, 0);
            double share = all == 0 ? 0 : 100.0 * count / all;
            html.append("<tr><td class=\"title\">" + both(Wording.badge(badge)) + "<small>"
                    + both(Wording.badgeHelp(badge)) + "</small></td><td class=\"bar\">"
                    + "<svg viewBox=\"0 0 100 12\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"look\" x=\"0\" y=\"1\" width=\""
                    + Markup.at(share) + "\" height=\"10\"/></svg><span>" + count + " · " + Markup.number(share, 0)
                    + " %</span></td></tr>\n");
        }
        html.append("</tbody></table>\n");
    }

    private void measure(Measure measure) {
        List<IntervalData.Row> rows = new ArrayList<>();
        Map<Source, Map<Measure, Figure>> figures = new EnumMap<>(report.all().figures());
        figures.forEach((source, all) -> {
            if (all.containsKey(measure)) {
                rows.add(row(FidelityWords.source(source), all.get(measure)));
            }
        });
        if (!rows.isEmpty()) {
            html.append("<h2>" + both(FidelityWords.measure(measure)) + "</h2>\n");
            note(FidelityWords.about(measure, report));
            drawn(rows);
        }
    }

    /** Agreement of Look by the length of the history and by label. */
    private void lengths() {
        List<IntervalData.Row> rows = new ArrayList<>();
        for (Group group : report.groups()) {
            Map<Measure, Figure> look = group.figures().get(Source.LOOK);
            if (group.samples() > 0 && look != null && look.containsKey(Measure.TAU)) {
                rows.add(row(FidelityWords.group(group), look.get(Measure.TAU)));
            }
        }
        heading("fidelity.groups");
        note(Words.of("fidelity.groups.about").text());
        drawn(rows);
    }

    private void controls() {
        heading("fidelity.controls");
        report.controls().forEach(control -> note(FidelityWords.control(control)));
        if (report.reinitialised().isEmpty()) {
            return;
        }
        note(Words.of("fidelity.controls.about").text());
        List<IntervalData.Row> rows = new ArrayList<>();
        new EnumMap<>(report.reinitialised())
                .forEach((part, figure) -> rows.add(row(FidelityWords.part(part), figure)));
        drawn(rows);
    }

    private void seeds() {
        heading("fidelity.seeds.title");
        note(FidelityWords.seeds(report.seeds()));
        report.seeds().ifPresent(seeds -> {
            double chance = seeds.chance();
            drawn(List.of(
                    row(FidelityWords.source(Source.LOOK), seeds.look()),
                    row(Words.of("effect").text(), seeds.effect()),
                    new IntervalData.Row(FidelityWords.source(Source.RANDOM), chance, Double.NaN, Double.NaN)));
        });
    }

    private void planted(Truth look, Truth effect, Truth random) {
        html.append("<div class=\"scroll\"><table class=\"columns\"><thead><tr><th></th><th>"
                + both(FidelityWords.source(Source.LOOK)) + "</th><th>"
                + both(Words.of("effect").text()) + "</th><th>"
                + both(FidelityWords.source(Source.RANDOM)) + "</th></tr></thead><tbody>");
        truth("trigger1", look.trigger1(), effect.trigger1(), random.trigger1());
        truth("trigger3", look.trigger3(), effect.trigger3(), random.trigger3());
        truth("support1", look.support1(), effect.support1(), random.support1());
        truth("support3", look.support3(), effect.support3(), random.support3());
        truth("recall3", look.recall3(), effect.recall3(), random.recall3());
        truth("precision", look.averagePrecision(), effect.averagePrecision(), random.averagePrecision());
        truth("lift", look.massLift(), effect.massLift(), random.massLift());
        html.append("</tbody></table></div>\n");
    }

    private void truth(String name, double look, double effect, double random) {
        html.append("<tr><td>" + both(Words.of("fidelity.truth." + name).text()) + "</td><td>"
                + Markup.number(look, 3) + "</td><td>" + Markup.number(effect, 3) + "</td><td>"
                + Markup.number(random, 3) + "</td></tr>\n");
    }

    private static IntervalData.Row row(Text name, Figure figure) {
        return new IntervalData.Row(name, figure.mean(), figure.low(), figure.high());
    }

    private void drawn(List<IntervalData.Row> rows) {
        html.append(figures.of(new IntervalPainter(new IntervalData(rows, 3))));
    }

    private void heading(String key) {
        html.append("<h2>" + both(Words.of(key).text()) + "</h2>\n");
    }

    private void note(Text text) {
        html.append("<p class=\"note\">" + both(text) + "</p>\n");
    }

    private static String both(Text text) {
        return PageFrame.both(text);
    }
}
