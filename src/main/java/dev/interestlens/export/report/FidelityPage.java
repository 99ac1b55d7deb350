package dev.interestlens.export.report;

import dev.interestlens.explain.effect.Agreement.Badge;
import dev.interestlens.explain.effect.EffectWords;
import dev.interestlens.explain.fidelity.FidelityReport;
import dev.interestlens.explain.fidelity.FidelityReport.Found;
import dev.interestlens.explain.fidelity.FidelityReport.Planted;
import dev.interestlens.explain.fidelity.FidelityReport.Truth;
import dev.interestlens.explain.fidelity.Figure;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.json.Provenance;
import dev.interestlens.export.report.page.Document;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A fidelity report as a document: every measure as a plot compared with chance, recency and the untrained model, the controls, and the planted causes
 * where there are some. Failed checks are included.
 */
public final class FidelityPage {
    private static final int DIGITS = 3;

    private FidelityPage() {}

    /** @param provenance its sample names the measured part */
    public static Document of(FidelityReport report, Provenance provenance) {
        Document page = new Document(ReportWords.of("fidelity.title", "run", provenance.run()));
        return sections(page, report).footer(footer(provenance));
    }

    /** The provenance of numbers about many predictions. */
    static Text footer(Provenance provenance) {
        return ReportWords.filled("fidelity.footer")
                .with("run", provenance.run())
                .with("model", provenance.model())
                .with("dataset", provenance.dataset())
                .with("part", provenance.sample())
                .text("created", ReportWords.time(provenance.created()));
    }

    /** The same sections in another document. */
    static Document sections(Document page, FidelityReport report) {
        page.paragraph(ReportWords.filled("fidelity.about")
                .with("samples", String.valueOf(report.all().samples()))
                .text("users", String.valueOf(report.users())));
        page.heading(ReportWords.of("fidelity.badges")).table(badges(report));
        List<Panel> panels = FidelityPanels.of(report);
        panels.stream()
                .filter(panel -> !panel.name().equals("badges") && !FidelityPanels.isBelowControls(panel))
                .forEach(page::view);
        page.heading(ReportWords.of("fidelity.controls"));
        report.controls().forEach(control -> page.paragraph(FidelityWords.control(control)));
        if (report.seeds().isEmpty()) {
            page.heading(ReportWords.of("fidelity.seeds.title")).paragraph(FidelityWords.seeds(report.seeds()));
        }
        panels.stream().filter(FidelityPanels::isBelowControls).forEach(page::view);
        if (!report.outside().isEmpty()) {
            page.heading(ReportWords.of("outside.title"));
            report.outside().forEach(each -> page.paragraph(OutsideWords.about(each)));
            page.table(OutsideWords.table(report.outside()));
        }
        report.planted().ifPresent(planted -> {
            page.heading(ReportWords.of("fidelity.planted")).table(planted(planted));
            FidelityWords.groups(planted.groups()).forEach(page::paragraph);
        });
        return page;
    }

    private static Table badges(FidelityReport report) {
        int all = report.badges().values().stream().mapToInt(Integer::intValue).sum();
        List<List<Cell>> rows = Arrays.stream(Badge.values())
                .map(badge -> {
                    int count = report.badges().getOrDefault(badge, 0);
                    double share = all == 0 ? 0 : 100.0 * count / all;
                    return List.of(
                            Cell.words(EffectWords.badge(badge)),
                            Cell.words(EffectWords.badgeHelp(badge)),
                            Cell.count(count),
                            Cell.written(Numerals.plain(share, 0) + " %", share));
                })
                .toList();
        return new Table(Phrase.EMPTY, List.of(Phrase.EMPTY, Phrase.EMPTY, Phrase.EMPTY, Phrase.EMPTY), rows);
    }

    private static Table planted(Planted planted) {
        Map<Text, Truth> orders = FidelityWords.orders(planted);
        List<Phrase> heads = new ArrayList<>(List.of(Phrase.EMPTY));
        heads.addAll(orders.keySet());
        List<Truth> truths = List.copyOf(orders.values());
        List<List<Cell>> rows = Arrays.stream(Found.values())
                .map(found -> Table.row(Cell.words(FidelityWords.found(found)), truths, truth -> {
                    Figure figure = truth.figures().get(found);
                    return Cell.number(figure.mean(), DIGITS).within(figure.low(), figure.high());
                }))
                .toList();
        return new Table(Phrase.EMPTY, heads, rows);
    }
}
