package dev.interestlens.measurement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.FigureWords;
import dev.interestlens.export.report.MeasurementReport;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.measurement.compare.PairedFigure;
import dev.interestlens.measurement.compare.RunComparison;
import dev.interestlens.measurement.compare.RunComparison.By;
import dev.interestlens.measurement.compare.RunComparison.Configuration;
import dev.interestlens.measurement.compare.RunComparison.Figure;
import dev.interestlens.measurement.compare.RunComparison.Pair;
import dev.interestlens.measurement.compare.RunComparison.Run;
import dev.interestlens.measurement.compare.StoredScores;
import dev.interestlens.metric.BestValue;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Json;
import dev.interestlens.store.Texts;
import dev.interestlens.train.run.RunFolder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Runs held against each other: their figures, and differences paired by user, and by seed where configurations share seeds. */
final class CompareMeasurement extends ComparisonMeasurement<CompareMeasurement.Settings, RunComparison> {
    private static final int DECIMALS = 4;

    /** @param negatives how negatives of the test are sampled; null for each protocol's own way */
    record Settings(NegativeKind negatives) {}

    @Override
    public String id() {
        return "compare";
    }

    @Override
    public String icon() {
        return "fth-shuffle";
    }

    @Override
    public Settings usual() {
        return new Settings(null);
    }

    @Override
    public Class<RunComparison> result() {
        return RunComparison.class;
    }

    @Override
    protected RunComparison compare(List<RunFolder> runs, Settings settings, Means means) {
        return RunComparison.of(runs, settings.negatives(), means.progress(), StoredScores.Writing.of(means.keeps()));
    }

    /** A metric that was listed since is missing in what was kept before. */
    @Override
    protected boolean isWhole(RunComparison kept) {
        List<String> told = RankingMetric.told().stream().map(RankingMetric::id).toList();
        return kept.runs().stream().allMatch(run -> run.figures().keySet().containsAll(told));
    }

    @Override
    public ObjectNode document(RunComparison found) {
        return (ObjectNode) Json.finite(Map.of(
                "runs", found.runs().stream().map(CompareMeasurement::tree).toList(),
                "pairs", found.pairs().stream().map(CompareMeasurement::tree).toList()));
    }

    private static Map<String, Object> tree(Run run) {
        Map<String, Object> tree = new LinkedHashMap<>(run.mark());
        tree.put("name", run.name());
        tree.put("seed", run.seed());
        tree.put("users", run.users());
        tree.put("items", run.items());
        run.figures().forEach((name, figure) -> tree.put(name, figure.value()));
        tree.put("calibrated", run.calibrated());
        return tree;
    }

    private static Map<String, Object> tree(Pair pair) {
        return Map.of(
                "a", pair.a(),
                "b", pair.b(),
                "metric", pair.metric(),
                "by", EnumNames.lower(pair.by()),
                "seeds", pair.seeds(),
                "difference", pair.difference(),
                "low", pair.interval().low(),
                "high", pair.interval().high());
    }

    @Override
    public MeasurementReport tell(Map<String, RunComparison> found) {
        List<Text> begin = new ArrayList<>();
        List<MeasurementReport.Part> parts = new ArrayList<>();
        List<Text> end = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        found.values().forEach(each -> {
            if (each.otherRows()) {
                begin.add(words("otherRows"));
            }
            for (PairedFigure figure : PairedFigure.all()) {
                List<Pair> pairs = each.pairs().stream()
                        .filter(pair -> pair.metric().equals(figure.id()))
                        .toList();
                if (!pairs.isEmpty()) {
                    parts.add(MeasurementReport.Part.of(differences(figure, pairs)));
                }
                parts.add(MeasurementReport.Part.of(figures(figure, each.runs())));
            }
            end.addAll(each.notes());
            tables.addAll(tables(each));
        });
        return new MeasurementReport(words("name"), begin, parts, end, tables);
    }

    /** Differences on one scale; those stand out whose interval does not hold 0. */
    private Panel differences(PairedFigure figure, List<Pair> pairs) {
        List<IntervalData.Row> rows = pairs.stream()
                .map(pair -> new IntervalData.Row(
                        of("pair", "a", pair.a(), "b", pair.b(), "by", by(pair)),
                        pair.difference(),
                        pair.interval().low(),
                        pair.interval().high()))
                .toList();
        Text title = of("differences", "figure", figure.name());
        Chart chart = new Chart(
                "differences-" + figure.id(),
                title,
                new IntervalData(rows, DECIMALS).withShown(),
                ReportWords.of("compare.table.differencesNote"));
        return new Panel(chart.name(), title, List.of(chart), 0, finding(figure, pairs));
    }

    private Text finding(PairedFigure figure, List<Pair> pairs) {
        List<Pair> shown = pairs.stream()
                .filter(pair -> pair.interval().excludesZero())
                .sorted(Comparator.comparingDouble(pair -> -Math.abs(pair.difference())))
                .toList();
        if (shown.isEmpty()) {
            return of("none", "figure", figure.name(), "pairs", String.valueOf(pairs.size()));
        }
        Pair first = shown.get(0);
        boolean ahead = first.difference() > 0;
        Interval range = first.interval();
        return of(
                "ahead",
                "a",
                ahead ? first.a() : first.b(),
                "b",
                ahead ? first.b() : first.a(),
                "figure",
                figure.name(),
                "difference",
                Numerals.fixed(Math.abs(first.difference()), DECIMALS),
                "low",
                Numerals.fixed(ahead ? range.low() : -range.high(), DECIMALS),
                "high",
                Numerals.fixed(ahead ? range.high() : -range.low(), DECIMALS),
                "by",
                by(first),
                "shown",
                String.valueOf(shown.size()),
                "pairs",
                String.valueOf(pairs.size()));
    }

    /** The runs, the highest first. */
    private Panel figures(PairedFigure figure, List<Run> runs) {
        List<IntervalData.Row> rows = runs.stream()
                .map(run -> row(run, run.figures().get(figure.id())))
                .sorted(Comparator.comparingDouble(row -> -row.mean()))
                .toList();
        Text title = of("figures", "figure", figure.name());
        Chart chart =
                new Chart("figures-" + figure.id(), title, new IntervalData(rows, DECIMALS), words("figuresNote"));
        Text finding = of(
                "highest",
                "run",
                rows.get(0).name().in(Locale.ENGLISH),
                "figure",
                figure.name(),
                "value",
                Numerals.fixed(rows.get(0).mean(), DECIMALS));
        return new Panel(chart.name(), title, List.of(chart), 0, finding);
    }

    private static IntervalData.Row row(Run run, Figure figure) {
        Optional<Interval> range = Optional.ofNullable(figure.interval());
        return new IntervalData.Row(
                Text.same(run.shown()),
                figure.value(),
                range.map(Interval::low).orElse(Double.NaN),
                range.map(Interval::high).orElse(Double.NaN));
    }

    private Text by(Pair pair) {
        return of("by." + pair.by(), "seeds", String.valueOf(pair.seeds()));
    }

    private static List<Table> tables(RunComparison found) {
        List<Table> tables = new ArrayList<>(List.of(runs(found.runs())));
        if (!found.configurations().isEmpty()) {
            tables.add(seeds(found.configurations()));
        }
        if (!found.pairs().isEmpty()) {
            tables.add(pairs(found.pairs()));
        }
        return tables;
    }

    private static Table runs(List<Run> runs) {
        List<Integer> items = runs.stream().map(Run::items).toList();
        List<Phrase> heads = new ArrayList<>(ReportWords.all("list.run", "list.seed"));
        List<List<Cell>> rows = new ArrayList<>();
        runs.forEach(run -> rows.add(new ArrayList<>(
                List.of(Cell.words(run.shown()), Cell.written(String.valueOf(run.seed()), run.seed())))));
        for (RankingMetric figure : RankingMetric.told()) {
            heads.add(FigureWords.name(figure, items));
            column(rows, cells(runs.stream().map(Run::figures).toList(), figure.id()));
        }
        heads.add(PairedFigure.AUC.name());
        column(rows, cells(runs.stream().map(Run::figures).toList(), RankMetric.AUC.id()));
        return new Table(
                ReportWords.of("compare.table.runs"), heads, rows, List.of(ReportWords.of("compare.table.runsNote")));
    }

    private static List<Cell> cells(Collection<Map<String, Figure>> all, String name) {
        return all.stream()
                .map(figures ->
                        cell(figures.get(name).value(), figures.get(name).interval()))
                .toList();
    }

    /** Adds a cell to each row, the highest as the best. */
    private static void column(List<List<Cell>> rows, List<Cell> cells) {
        int best = BestValue.HIGH.best(cells.stream().mapToDouble(Cell::value).toArray());
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).add(cells.get(i).best(i == best));
        }
    }

    private static Cell cell(double value, Interval interval) {
        Cell cell = Cell.number(value, DECIMALS);
        return interval == null ? cell : cell.within(interval.low(), interval.high());
    }

    private static Table seeds(List<Configuration> configurations) {
        List<List<Cell>> rows = new ArrayList<>();
        configurations.forEach(
                each -> rows.add(new ArrayList<>(List.of(Cell.words(each.run()), Cell.count(each.seeds())))));
        List<Phrase> heads = new ArrayList<>(ReportWords.all("list.run", "list.seeds"));
        PairedFigure.all().forEach(figure -> {
            heads.add(figure.name());
            column(
                    rows,
                    cells(configurations.stream().map(Configuration::figures).toList(), figure.id()));
        });
        return new Table(
                ReportWords.of("compare.table.seeds"), heads, rows, List.of(ReportWords.of("compare.table.seedsNote")));
    }

    private static Table pairs(List<Pair> pairs) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Pair pair : pairs) {
            rows.add(List.of(
                    Cell.words(pair.a()),
                    Cell.words(pair.b()),
                    Cell.words(PairedFigure.of(pair.metric()).name()),
                    Cell.words(
                            pair.by() == By.SEEDS
                                    ? ReportWords.of("compare.table.overSeeds", "count", String.valueOf(pair.seeds()))
                                    : ReportWords.of("compare.table.overUsers")),
                    cell(pair.difference(), pair.interval()),
                    Cell.words(ReportWords.of(
                            pair.interval().excludesZero() ? "compare.table.yes" : "compare.table.no"))));
        }
        return new Table(
                ReportWords.of("compare.table.differences"),
                List.of(
                        Text.same("A"),
                        Text.same("B"),
                        ReportWords.of("facts.measure"),
                        ReportWords.of("compare.table.over"),
                        ReportWords.of("compare.table.difference"),
                        ReportWords.of("compare.table.significant")),
                rows,
                List.of(ReportWords.of("compare.table.differencesNote")));
    }

    @Override
    public List<String> lines(Map<String, RunComparison> found, Locale language) {
        List<String> lines = new ArrayList<>();
        found.values().forEach(each -> {
            each.runs()
                    .forEach(run -> lines.add(Texts.row(
                            "  %-24s ndcg10 %s  auc %s",
                            run.name(), line(run, RankingMetric.NDCG10.id()), line(run, RankMetric.AUC.id()))));
            if (each.otherRows()) {
                lines.add(words("otherRows").in(language));
            }
            if (!each.pairs().isEmpty()) {
                lines.add(words("pairs").in(language));
            }
            each.pairs()
                    .forEach(pair -> lines.add(Texts.row(
                            "  %-24s %-24s %-7s %+.4f%s  %s",
                            pair.a(),
                            pair.b(),
                            pair.metric(),
                            pair.difference(),
                            range(pair.interval()),
                            of("pairedBy." + pair.by(), "seeds", String.valueOf(pair.seeds()))
                                    .in(language))));
            each.notes().forEach(note -> lines.add(note.in(language)));
        });
        return lines;
    }

    private static String line(Run run, String name) {
        Figure figure = run.figures().get(name);
        return Texts.row("%.4f%s", figure.value(), range(figure.interval()));
    }

    private static String range(Interval interval) {
        return interval == null ? "" : Texts.row(" [%.4f, %.4f]", interval.low(), interval.high());
    }
}
