package dev.interestlens.export.report;

import dev.interestlens.explain.effect.Agreement.Badge;
import dev.interestlens.explain.effect.EffectWords;
import dev.interestlens.explain.fidelity.FidelityReport;
import dev.interestlens.explain.fidelity.FidelityReport.Found;
import dev.interestlens.explain.fidelity.FidelityReport.Measure;
import dev.interestlens.explain.fidelity.FidelityReport.Planted;
import dev.interestlens.explain.fidelity.FidelityReport.Source;
import dev.interestlens.explain.fidelity.Figure;
import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.MeasurementReport.Part;
import dev.interestlens.export.report.json.Provenance;
import dev.interestlens.export.report.page.Document;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.store.EnumNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Fidelity reports of runs as pages: every measure as a plot compared with chance, recency and the untrained model, the controls, and the planted causes
 * where there are some. Failed checks are included.
 */
public final class FidelityPage {
    private static final int DIGITS = 3;

    /** Rows of a plot that a sentence tells; of more it tells the ends. */
    private static final int TOLD = 4;

    private final List<Text> begin = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<List<Cell>> measures = new ArrayList<>();
    private final List<List<Cell>> badges = new ArrayList<>();
    private final List<List<Cell>> planted = new ArrayList<>();
    private final List<Table> longer = new ArrayList<>();
    private final boolean several;

    private FidelityPage(boolean several) {
        this.several = several;
    }

    /** @param found by the names of runs */
    public static MeasurementReport of(Map<String, MeasuredFidelity> found) {
        FidelityPage page = new FidelityPage(found.size() > 1);
        if (page.several) {
            page.compare(found);
        }
        found.forEach((run, measured) -> page.add(run, measured.report()));
        Text title = ReportWords.of("fidelity.title", "run", String.join(", ", found.keySet()));
        return new MeasurementReport(
                title,
                page.begin,
                page.parts,
                found.values().stream()
                        .filter(each -> !each.source().run().isEmpty())
                        .map(each -> footer(each.source()))
                        .toList(),
                page.tables(found));
    }

    /** The provenance of numbers about many predictions. */
    private static Text footer(Provenance provenance) {
        return ReportWords.filled("fidelity.footer")
                .with("run", provenance.run())
                .with("model", provenance.model())
                .with("dataset", provenance.dataset())
                .with("part", provenance.sample())
                .text("created", ReportWords.time(provenance.created()));
    }

    /** The same without its title in another document. */
    static Document sections(Document page, MeasuredFidelity measured) {
        MeasurementReport report = of(Map.of(measured.source().run(), measured));
        report.begin().forEach(page::paragraph);
        return new MeasurementReport(report.title(), List.of(), report.parts(), List.of(), report.tables())
                .section(page);
    }

    /** Look of several runs side by side, measure by measure. */
    private void compare(Map<String, MeasuredFidelity> found) {
        for (Measure measure : Measure.values()) {
            List<IntervalData.Row> rows = new ArrayList<>();
            found.forEach((run, each) -> Optional.ofNullable(
                            each.report().all().figures().get(Source.LOOK).get(measure))
                    .ifPresent(figure -> rows.add(
                            new IntervalData.Row(Text.same(run), figure.mean(), figure.low(), figure.high()))));
            if (!rows.isEmpty()) {
                Text title = FidelityWords.measure(measure);
                Text note = FidelityWords.about(
                        measure, found.values().iterator().next().report());
                String name = "measure." + EnumNames.name(measure);
                Chart chart = new Chart(name, title, new IntervalData(rows, DIGITS), note);
                panel(new Panel(name, title, List.of(chart), 0));
            }
        }
    }

    /** All of one run; of several what can only be told of each. */
    private void add(String run, FidelityReport report) {
        Text about = ReportWords.filled("fidelity.about")
                .with("samples", String.valueOf(report.all().samples()))
                .text("users", String.valueOf(report.users()));
        begin.add(several ? Text.same(run + ": ").then(about) : about);
        List<Panel> panels = several ? List.of() : FidelityPanels.of(report);
        panels.stream().filter(panel -> !FidelityPanels.isBelowControls(panel)).forEach(this::panel);
        sentences(
                run,
                ReportWords.of("fidelity.controls"),
                report.controls().stream().map(FidelityWords::control).toList());
        if (report.seeds().isEmpty()) {
            sentences(run, ReportWords.of("fidelity.seeds.title"), List.of(FidelityWords.seeds(report.seeds())));
        }
        panels.stream().filter(FidelityPanels::isBelowControls).forEach(this::panel);
        if (!report.outside().isEmpty()) {
            sentences(
                    run,
                    ReportWords.of("outside.title"),
                    report.outside().stream().map(OutsideWords::about).toList());
        }
        report.planted().ifPresent(causes -> {
            sentences(run, ReportWords.of("fidelity.planted"), FidelityWords.groups(causes.groups()));
            planted(run, causes);
        });
        for (Measure measure : Measure.values()) {
            for (Source source : Source.values()) {
                Optional.ofNullable(report.all().figures().get(source))
                        .map(figures -> figures.get(measure))
                        .ifPresent(figure -> measures.add(
                                row(run, FidelityWords.measure(measure), FidelityWords.source(source), figure)));
            }
        }
        badges(run, report);
    }

    private void sentences(String run, Text heading, List<Text> sentences) {
        if (!sentences.isEmpty()) {
            Text named = several ? new Text(heading.en() + " · " + run, heading.zh() + " · " + run) : heading;
            parts.add(new Part(named, sentences, Optional.empty()));
        }
    }

    private void panel(Panel panel) {
        Text heading = panel.title();
        Text finding = panel.finding().en().isEmpty() ? finding(panel) : panel.finding();
        IntervalData data = (IntervalData) panel.pictures().get(0).data();
        if (data.rows().size() > TOLD) {
            longer.add(new Table(
                    heading,
                    List.of(heading, ReportWords.of("fidelity.mean")),
                    data.rows().stream()
                            .map(row -> List.of(
                                    Cell.words(row.name()),
                                    Cell.number(row.mean(), data.digits()).within(row.low(), row.high())))
                            .toList()));
        }
        List<Text> paragraphs = new ArrayList<>(List.of(finding));
        Text note = panel.pictures().get(0).note();
        if (!note.en().isEmpty()) {
            paragraphs.add(note);
        }
        if (panel.name().equals(FidelityPanels.BADGES)) {
            for (Badge badge : Badge.values()) {
                paragraphs.add(EffectWords.badge(badge).then(Text.same("–")).then(EffectWords.badgeHelp(badge)));
            }
        }
        Panel told = new Panel(panel.name(), heading, panel.pictures(), panel.firstRows(), finding);
        parts.add(new Part(heading, paragraphs, Optional.of(told)));
    }

    /** The means of its rows; of many rows the lowest and the highest. */
    private static Text finding(Panel panel) {
        IntervalData data = (IntervalData) panel.pictures().get(0).data();
        List<IntervalData.Row> rows = data.rows();
        if (rows.size() <= TOLD) {
            List<Text> means =
                    rows.stream().map(row -> mean(row, data.digits())).toList();
            return ReportWords.of("fidelity.finding", "means", Text.joined(means, ReportWords.of("fidelity.between")));
        }
        Comparator<IntervalData.Row> byMean = Comparator.comparingDouble(IntervalData.Row::mean);
        return ReportWords.filled("fidelity.finding.many")
                .with("low", mean(rows.stream().min(byMean).orElseThrow(), data.digits()))
                .text("high", mean(rows.stream().max(byMean).orElseThrow(), data.digits()));
    }

    private static Text mean(IntervalData.Row row, int digits) {
        String interval = Double.isFinite(row.low())
                ? " [" + Numerals.fixed(row.low(), digits) + ", " + Numerals.fixed(row.high(), digits) + "]"
                : "";
        String number = " " + Numerals.fixed(row.mean(), digits) + interval;
        return new Text(row.name().in(Locale.ENGLISH) + number, row.name().in(Locale.CHINESE) + number);
    }

    private List<Table> tables(Map<String, MeasuredFidelity> found) {
        List<Table> tables = new ArrayList<>();
        tables.add(new Table(
                ReportWords.of("facts.fidelityHelp"),
                heads("facts.measure", "fidelity.order", "fidelity.mean"),
                measures));
        tables.add(new Table(
                ReportWords.of("fidelity.badges"),
                heads("fidelity.badges", "fidelity.badges.count", "fidelity.badges.share"),
                badges));
        tables.addAll(longer);
        found.values().stream()
                .map(each -> each.report().outside())
                .filter(all -> !all.isEmpty())
                .forEach(all -> tables.add(OutsideWords.table(all)));
        if (!planted.isEmpty()) {
            tables.add(new Table(
                    ReportWords.of("fidelity.planted"),
                    heads("fidelity.planted.found", "fidelity.order", "fidelity.mean"),
                    planted));
        }
        return tables;
    }

    private List<Phrase> heads(String... keys) {
        List<Phrase> heads = new ArrayList<>();
        if (several) {
            heads.add(ReportWords.of("fidelity.run"));
        }
        heads.addAll(ReportWords.all(keys));
        return heads;
    }

    private List<Cell> row(String run, Text name, Text order, Figure figure) {
        List<Cell> cells = new ArrayList<>(several ? List.of(Cell.words(run)) : List.of());
        Cell mean = Cell.number(figure.mean(), DIGITS).within(figure.low(), figure.high());
        cells.addAll(List.of(Cell.words(name), Cell.words(order), mean));
        return cells;
    }

    private void badges(String run, FidelityReport report) {
        int all = report.badges().values().stream().mapToInt(Integer::intValue).sum();
        for (Badge badge : Badge.values()) {
            int count = report.badges().getOrDefault(badge, 0);
            double share = all == 0 ? 0 : 100.0 * count / all;
            List<Cell> cells = new ArrayList<>(several ? List.of(Cell.words(run)) : List.of());
            cells.addAll(List.of(
                    Cell.words(EffectWords.badge(badge)),
                    Cell.count(count),
                    Cell.written(Numerals.plain(share, 0) + " %", share)));
            badges.add(cells);
        }
    }

    private void planted(String run, Planted causes) {
        for (Found found : Found.values()) {
            FidelityWords.orders(causes)
                    .forEach((order, truth) -> planted.add(row(
                            run,
                            FidelityWords.found(found),
                            order,
                            truth.figures().get(found))));
        }
    }
}
