package dev.interestlens.export.report;

import dev.interestlens.explain.effect.Agreement.Badge;
import dev.interestlens.explain.effect.EffectWords;
import dev.interestlens.explain.fidelity.FidelityReport;
import dev.interestlens.explain.fidelity.FidelityReport.Found;
import dev.interestlens.explain.fidelity.FidelityReport.Group;
import dev.interestlens.explain.fidelity.FidelityReport.Measure;
import dev.interestlens.explain.fidelity.FidelityReport.Planted;
import dev.interestlens.explain.fidelity.FidelityReport.Source;
import dev.interestlens.explain.fidelity.Figure;
import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Stacked;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.store.EnumNames;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Fidelity over many predictions as views, for the window, pages and figures. */
public record FidelityPanels(FidelityReport report) {
    /** The name of the view of badges. */
    static final String BADGES = "badges";

    private static final double GAP = 28;
    private static final String PLANTED = "planted.";

    /** Every measure compared with chance, then groups, badges, reset parts, other seeds and known causes, as far as they were measured. */
    public static List<Panel> of(FidelityReport report) {
        FidelityPanels panels = new FidelityPanels(report);
        List<Panel> all = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            panels.measure(measure).ifPresent(all::add);
        }
        panels.groups().ifPresent(all::add);
        all.add(panels.badges());
        panels.parts().ifPresent(all::add);
        panels.seeds().ifPresent(all::add);
        report.planted().ifPresent(planted -> Stream.of(Found.TRIGGER1, Found.SUPPORT1)
                .forEach(found -> panels.planted(planted, found).ifPresent(all::add)));
        return all;
    }

    /** Whether a view of {@link #of} belongs below the controls. */
    public static boolean isBelowControls(Panel panel) {
        return List.of("parts", "seeds").contains(panel.name()) || panel.name().startsWith(PLANTED);
    }

    /** All of them below each other. */
    public static Drawing drawing(FidelityReport report) {
        return new Stacked(of(report).stream().map(Panel::drawing).toList(), GAP);
    }

    private Optional<Panel> measure(Measure measure) {
        List<IntervalData.Row> rows = new ArrayList<>();
        new EnumMap<>(report.all().figures()).forEach((source, figures) -> {
            if (figures.containsKey(measure)) {
                rows.add(row(FidelityWords.source(source), figures.get(measure)));
            }
        });
        String name = "measure." + EnumNames.name(measure);
        return panel(name, FidelityWords.measure(measure), rows, FidelityWords.about(measure, report));
    }

    /** Agreement of Look by the length of the history and by label. */
    private Optional<Panel> groups() {
        List<IntervalData.Row> rows = new ArrayList<>();
        for (Group group : report.groups()) {
            Map<Measure, Figure> look = group.figures().get(Source.LOOK);
            if (group.samples() > 0 && look != null && look.containsKey(Measure.TAU)) {
                rows.add(row(FidelityWords.group(group), look.get(Measure.TAU)));
            }
        }
        return panel("groups", ReportWords.of("fidelity.groups"), rows, ReportWords.of("fidelity.groups.about"));
    }

    private Panel badges() {
        int all = report.badges().values().stream().mapToInt(Integer::intValue).sum();
        List<IntervalData.Row> rows = new ArrayList<>();
        for (Badge badge : Badge.values()) {
            double share = all == 0 ? 0 : (double) report.badges().getOrDefault(badge, 0) / all;
            rows.add(new IntervalData.Row(EffectWords.badge(badge), share, Double.NaN, Double.NaN));
        }
        return panel(
                        BADGES,
                        ReportWords.of("fidelity.badges"),
                        rows,
                        2,
                        ReportWords.of("fidelity.badges.about"),
                        Text.same(""))
                .orElseThrow();
    }

    private Optional<Panel> parts() {
        List<IntervalData.Row> rows = new ArrayList<>();
        new EnumMap<>(report.reinitialised())
                .forEach((part, figure) -> rows.add(row(FidelityWords.part(part), figure)));
        return panel("parts", ReportWords.of("fidelity.parts"), rows, ReportWords.of("fidelity.controls.about"));
    }

    private Optional<Panel> seeds() {
        return report.seeds()
                .flatMap(seeds -> panel(
                        "seeds",
                        ReportWords.of("fidelity.seeds.title"),
                        List.of(
                                row(FidelityWords.source(Source.LOOK), seeds.look()),
                                row(ReportWords.of("effect"), seeds.effect()),
                                new IntervalData.Row(
                                        FidelityWords.source(Source.RANDOM), seeds.chance(), Double.NaN, Double.NaN)),
                        3,
                        Text.same(""),
                        FidelityWords.seeds(report.seeds())));
    }

    private Optional<Panel> planted(Planted planted, Found found) {
        List<IntervalData.Row> rows = new ArrayList<>();
        FidelityWords.orders(planted)
                .forEach((name, truth) -> rows.add(row(name, truth.figures().get(found))));
        String name = PLANTED + EnumNames.name(found);
        Text note = found == Found.TRIGGER1 ? FidelityWords.planted(planted) : Text.same("");
        return panel(name, ReportWords.of("fidelity." + name), rows, note);
    }

    private static Optional<Panel> panel(String name, Text title, List<IntervalData.Row> rows, Text note) {
        return panel(name, title, rows, 3, note, Text.same(""));
    }

    private static Optional<Panel> panel(
            String name, Text title, List<IntervalData.Row> rows, int digits, Text note, Text finding) {
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel(
                        name,
                        title,
                        List.of(new Chart(name, title, new IntervalData(rows, digits), note)),
                        0,
                        finding));
    }

    private static IntervalData.Row row(Text name, Figure figure) {
        return new IntervalData.Row(name, figure.mean(), figure.low(), figure.high());
    }
}
