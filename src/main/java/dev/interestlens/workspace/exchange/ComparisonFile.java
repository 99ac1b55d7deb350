package dev.interestlens.workspace.exchange;

import dev.interestlens.explain.words.MetricWords;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.FigureWords;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.file.TableFile;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.metric.BestValue;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.store.Disk;
import dev.interestlens.store.OutputPath;
import dev.interestlens.workspace.compare.PairedFigure;
import dev.interestlens.workspace.compare.RunComparison;
import dev.interestlens.workspace.compare.Spread;
import dev.interestlens.workspace.compare.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A comparison of runs as tables for a paper, in a file: LaTeX, Markdown, CSV, or a picture. They hold the runs' figures, configurations over seeds,
 * and differences with their significance.
 */
public final class ComparisonFile {
    private ComparisonFile() {}

    public static List<Table> tables(RunComparison found) {
        List<Table> tables = new ArrayList<>(List.of(runs(found.entries())));
        List<Verdict.Group> groups = Verdict.groups(found.entries(), PairedFigure.first());
        if (groups.stream().anyMatch(group -> group.spread().count() > 1)) {
            tables.add(seeds(groups));
        }
        if (!found.pairs().isEmpty()) {
            tables.add(differences(found.pairs()));
        }
        return tables;
    }

    private static Table runs(List<Verdict.Entry> entries) {
        List<CatalogueRanking> rankings =
                entries.stream().map(entry -> entry.scores().ranking()).toList();
        List<Integer> items = rankings.stream().map(CatalogueRanking::items).toList();
        List<Phrase> heads = new ArrayList<>(ReportWords.all("list.run", "list.seed"));
        List<List<Cell>> rows = new ArrayList<>();
        entries.forEach(entry -> rows.add(new ArrayList<>(List.of(
                Cell.words(entry.run().description().marked(entry.run().name())), RunListTable.seed(entry.run())))));
        for (RankingMetric figure : RankingMetric.told()) {
            heads.add(FigureWords.name(figure, items));
            column(
                    rows,
                    rankings.stream()
                            .map(CatalogueRanking::model)
                            .map(model -> cell(model.value(figure), model.interval(figure)))
                            .toList());
        }
        heads.add(name(PairedFigure.AUC));
        column(
                rows,
                entries.stream()
                        .map(entry -> entry.scores().figures())
                        .map(figures -> cell(figures.value(RankMetric.AUC), figures.interval(RankMetric.AUC)))
                        .toList());
        return new Table(
                ReportWords.of("compare.table.runs"), heads, rows, List.of(ReportWords.of("compare.table.runsNote")));
    }

    /** Adds a cell to each row, the highest as the best. */
    private static void column(List<List<Cell>> rows, List<Cell> cells) {
        int best = BestValue.HIGH.best(cells.stream().mapToDouble(Cell::value).toArray());
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).add(cells.get(i).best(i == best));
        }
    }

    private static Cell cell(double value, Interval interval) {
        Cell cell = Cell.number(value, 4);
        return interval == null ? cell : cell.within(interval.low(), interval.high());
    }

    private static Cell cell(Spread spread) {
        return cell(spread.mean(), spread.interval().orElse(null));
    }

    private static Table seeds(List<Verdict.Group> groups) {
        List<List<Cell>> rows = new ArrayList<>();
        groups.forEach(group -> rows.add(new ArrayList<>(List.of(
                Cell.words(group.entries().get(0).run().name()),
                Cell.count(group.spread().count())))));
        List<Phrase> heads = new ArrayList<>(ReportWords.all("list.run", "list.seeds"));
        PairedFigure.all().forEach(figure -> {
            heads.add(name(figure));
            column(
                    rows,
                    groups.stream().map(group -> cell(group.spread(figure))).toList());
        });
        return new Table(
                ReportWords.of("compare.table.seeds"), heads, rows, List.of(ReportWords.of("compare.table.seedsNote")));
    }

    private static Text name(PairedFigure figure) {
        return figure instanceof PairedFigure.Ranked ranked
                ? MetricWords.name(ranked.metric())
                : MetricWords.full(RankMetric.AUC);
    }

    private static Table differences(List<RunComparison.Pair> pairs) {
        List<List<Cell>> rows = new ArrayList<>();
        for (RunComparison.Pair pair : pairs) {
            boolean significant = pair.interval().low() > 0 || pair.interval().high() < 0; // it does not contain zero
            rows.add(List.of(
                    Cell.words(pair.a()),
                    Cell.words(pair.b()),
                    Cell.words(name(pair.figure())),
                    Cell.words(
                            pair.by() == RunComparison.By.SEEDS
                                    ? ReportWords.of("compare.table.overSeeds", "count", String.valueOf(pair.seeds()))
                                    : ReportWords.of("compare.table.overUsers")),
                    cell(pair.difference(), pair.interval()),
                    Cell.words(ReportWords.of(significant ? "compare.table.yes" : "compare.table.no"))));
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

    /** Writes tables of a comparison in the format of the target's ending. */
    public static void write(List<Table> tables, OutputPath target, Locale language) {
        byte[] bytes = new TableFile(language)
                .of(
                        OutputPath.ending(target.path()),
                        tables,
                        tables.get(0).title().in(language));
        target.write(Disk.real(), out -> out.write(bytes));
    }
}
