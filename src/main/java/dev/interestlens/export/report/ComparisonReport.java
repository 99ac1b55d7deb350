package dev.interestlens.export.report;

import dev.interestlens.explain.words.MetricWords;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.page.Document;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.metric.BestValue;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.ListSizes;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.RowMetric;
import dev.interestlens.metric.ScoreKinds;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Runs side by side: figures with intervals, learning curves, and the switches in which they differ. */
public final class ComparisonReport {
    private static final Cell UNKNOWN = Cell.words(Cell.UNDEFINED);

    private ComparisonReport() {}

    /** @param runs at least one */
    public static Document of(List<RunFacts> runs, List<MeasurementReport> measurements) {
        Document report = new Document(ReportWords.of("compare.title", "count", String.valueOf(runs.size())));
        boolean same = runs.stream().map(r -> r.data().fingerprint()).distinct().count() == 1
                && runs.stream().map(r -> r.config().path("data")).distinct().count() == 1;
        report.paragraph(ReportWords.of(same ? "compare.same" : "compare.other"));
        if (runs.stream().anyMatch(run -> run.data().planted())) {
            report.paragraph(ReportWords.of("facts.planted"));
        }
        report.heading(ReportWords.of("facts.quality"))
                .paragraph(ReportWords.of(same ? "compare.best" : "compare.noBest"));
        if (same && shifted(runs)) {
            report.paragraph(ReportWords.of("compare.shifted", "figures", MetricWords.ofProbabilities()));
        }
        FigureWords.kinds(kinds(runs)).ifPresent(report::paragraph);
        CatalogueTables.of(report, runs, same);
        notes(report, runs);
        report.table(figures(runs, same));
        if (runs.stream().anyMatch(run -> run.measured().isPresent())) {
            report.heading(ReportWords.of("facts.baselines")).paragraph(ReportWords.of("facts.baselinesHelp"));
            report.table(baselines(runs));
        }
        measurements.forEach(each -> each.section(report));
        report.heading(ReportWords.of("run.learning"));
        LearningMetric.Figure figure = LearningMetric.figure(runs);
        report.picture(LearningMetric.drawing(runs, figure));
        report.paragraph(figure.words()).table(epochs(runs, figure));
        report.heading(ReportWords.of("compare.differences")).paragraph(ReportWords.of("compare.differencesHelp"));
        report.table(differences(runs));
        return report;
    }

    /** Notes that hold for all runs are written once, without run names. */
    private static void notes(Document report, List<RunFacts> runs) {
        Set<Text> notes = new LinkedHashSet<>();
        runs.forEach(run -> run.measured().ifPresent(of -> notes.addAll(of.notes())));
        for (Text note : notes) {
            List<RunFacts> its = runs.stream()
                    .filter(run -> run.measured()
                            .filter(of -> of.notes().contains(note))
                            .isPresent())
                    .toList();
            String names = its.size() == runs.size()
                    ? ""
                    : its.stream().map(RunFacts::name).collect(Collectors.joining(", ")) + ": ";
            report.paragraph(new Text(names + note.en(), names + note.zh()));
        }
    }

    private static boolean shifted(List<RunFacts> runs) {
        return runs.stream()
                .anyMatch(run -> run.measured().map(RunFacts.Measured::shifted).orElse(false));
    }

    private static ScoreKinds kinds(List<RunFacts> runs) {
        return ScoreKinds.of(
                runs.stream().filter(run -> run.measured().isPresent()).toList(),
                RunFacts::name,
                run -> run.measured().orElseThrow().calibrated());
    }

    private static List<Text> heads(List<RunFacts> runs, Text first) {
        List<Text> heads = new ArrayList<>(List.of(first));
        runs.forEach(run -> heads.add(Text.same(run.name())));
        return heads;
    }

    private static Table figures(List<RunFacts> runs, boolean comparable) {
        List<List<Cell>> rows = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        runs.forEach(
                run -> run.measured().ifPresent(m -> names.addAll(m.figures().keySet())));
        for (String name : names) {
            double[] values = runs.stream().mapToDouble(run -> value(run, name)).toArray();
            int best = comparable
                    ? RowMetric.of(name)
                            .map(metric -> BestValue.of(metric, shifted(runs), kinds(runs)))
                            .orElse(BestValue.HIGH)
                            .best(values)
                    : -1;
            List<Cell> row = new ArrayList<>(List.of(Cell.words(named(runs, name))));
            for (int i = 0; i < values.length; i++) {
                row.add(cell(runs.get(i), name, i == best));
            }
            rows.add(row);
            if (RunTables.isOfList(name)) {
                rows.add(row(ReportWords.of("figure.random", "figure", named(runs, name)), runs, of -> of.references()
                        .random()
                        .getOrDefault(name, Double.NaN)));
            }
        }
        if (kinds(runs).differ()) {
            rows.add(Table.row(Cell.words(FigureWords.KIND), runs, run -> run.measured()
                    .map(of -> Cell.words(FigureWords.kind(of.calibrated())))
                    .orElse(UNKNOWN)));
        }
        rows.add(Table.row(Cell.words(ReportWords.of("facts.candidates")), runs, run -> run.measured()
                .map(of -> Cell.words(RunTables.sizes(of.references().lists())))
                .orElse(UNKNOWN)));
        rows.add(Table.row(Cell.words(ReportWords.of("facts.parameters")), runs, run -> Cell.count(run.parameters())));
        return table(runs, ReportWords.of("facts.measure"), rows);
    }

    /** The name of a figure with the number of candidates, where that is the same in all runs. */
    private static Text named(List<RunFacts> runs, String name) {
        List<ListSizes> lists = runs.stream()
                .flatMap(run -> run.measured().stream())
                .map(of -> of.references().lists())
                .distinct()
                .toList();
        return lists.size() == 1 ? RunTables.figureName(name, lists.get(0)) : RunTables.figureName(name);
    }

    private static List<Cell> row(Text head, List<RunFacts> runs, ToDoubleFunction<RunFacts.Measured> of) {
        return Table.row(
                Cell.words(head),
                runs,
                run -> RunTables.measured(run.measured().map(of::applyAsDouble).orElse(Double.NaN)));
    }

    /** Baselines, under each run's own protocol. */
    private static Table baselines(List<RunFacts> runs) {
        List<List<Cell>> rows = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        runs.forEach(run -> run.measured()
                .ifPresent(of -> names.addAll(of.references().baselines().keySet())));
        for (RankMetric figure : RankMetric.OF_BASELINES) {
            for (String name : names) {
                Text head = ReportWords.of(
                        "figure.ofBaseline",
                        "figure",
                        named(runs, figure.id()),
                        "baseline",
                        RunTables.figureName(name));
                rows.add(row(
                        head, runs, of -> of.references().figure(figure.id()).getOrDefault(name, Double.NaN)));
            }
        }
        return table(runs, ReportWords.of("facts.baseline"), rows);
    }

    /** The values of the curves for every epoch. */
    private static Table epochs(List<RunFacts> runs, LearningMetric.Figure figure) {
        List<List<Cell>> rows = new ArrayList<>();
        int most = runs.stream().mapToInt(run -> run.epochs().size()).max().orElse(0);
        for (int e = 0; e < most; e++) {
            int epoch = e;
            rows.add(Table.row(Cell.count(epoch + 1), runs, run -> {
                Double value =
                        epoch < run.epochs().size() ? figure.of(run.epochs().get(epoch)) : null;
                return RunTables.number(value == null ? Double.NaN : value);
            }));
        }
        return table(runs, ReportWords.of("run.epoch"), rows);
    }

    private static double value(RunFacts run, String name) {
        return run.measured()
                .map(m -> m.figures().getOrDefault(name, Double.NaN))
                .orElse(Double.NaN);
    }

    private static Cell cell(RunFacts run, String name, boolean best) {
        return cell(
                value(run, name),
                run.measured().map(m -> m.intervals().get(name)).orElse(null),
                best);
    }

    static Cell cell(double value, Interval interval, boolean best) {
        Cell cell = RunTables.measured(value).best(best);
        return interval == null ? cell : cell.within(interval.low(), interval.high());
    }

    /** A table with one column for each run. */
    static Table table(List<RunFacts> runs, Text first, List<List<Cell>> rows) {
        return new Table(Phrase.EMPTY, heads(runs, first), rows);
    }

    private static Table differences(List<RunFacts> runs) {
        List<List<Cell>> rows = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>();
        runs.forEach(run -> keys.addAll(run.switches().keySet()));
        for (String key : keys) {
            List<String> values =
                    runs.stream().map(run -> run.switches().get(key)).toList();
            if (values.stream().distinct().count() > 1) {
                rows.add(Table.row(
                        Cell.words(key),
                        values,
                        value -> Cell.words(Objects.requireNonNullElse(value, Cell.UNDEFINED))));
            }
        }
        return table(runs, ReportWords.of("facts.switch"), rows);
    }
}
