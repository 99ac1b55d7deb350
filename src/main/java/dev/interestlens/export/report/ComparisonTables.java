package dev.interestlens.export.report;

import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.metric.BestValue;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Comparisons of runs as tables for a paper: their figures, configurations over seeds, and differences with their significance. */
public final class ComparisonTables {
    /** A run that was measured; the interval of its AUC is null where there is none. */
    public record Run(String name, long seed, CatalogueRanking ranking, double auc, Interval aucInterval) {}

    /**
     * One training with several seeds.
     *
     * @param name of its first run
     */
    public record Seeds(String name, int count, Mean ndcg10, Mean auc) {}

    /** A mean over seeds; the interval is null of one seed. */
    public record Mean(double value, Interval interval) {}

    /**
     * A difference, a minus b, with its 95 % interval.
     *
     * @param seeds that were paired; 1 where users were
     */
    public record Difference(
            String a, String b, String figure, boolean overSeeds, int seeds, double value, Interval interval) {
        /** Whether it is significant: the interval does not contain zero. */
        boolean isSignificant() {
            return interval.low() > 0 || interval.high() < 0;
        }
    }

    private ComparisonTables() {}

    public static List<Table> of(List<Run> runs, List<Seeds> seeds, List<Difference> differences) {
        List<Table> tables = new ArrayList<>(List.of(runs(runs)));
        if (seeds.stream().anyMatch(each -> each.count() > 1)) {
            tables.add(seeds(seeds));
        }
        if (!differences.isEmpty()) {
            tables.add(differences(differences));
        }
        return tables;
    }

    private static Table runs(List<Run> runs) {
        List<Phrase> heads = new ArrayList<>(List.of(ReportWords.of("list.run"), ReportWords.of("list.seed")));
        List<Integer> items = runs.stream().map(run -> run.ranking().items()).toList();
        CatalogueRanking.ACCURACY.forEach(figure -> heads.add(FigureWords.name(figure, items)));
        heads.add(RunTables.figureName("auc"));
        List<List<Cell>> rows = new ArrayList<>();
        runs.forEach(run -> rows.add(new ArrayList<>(List.of(Cell.words(run.name()), seed(run.seed())))));
        for (String figure : CatalogueRanking.ACCURACY) {
            column(
                    rows,
                    runs.stream()
                            .map(run -> ComparisonReport.cell(
                                    run.ranking().model().value(figure),
                                    run.ranking().model().intervals().get(figure),
                                    false))
                            .toList());
        }
        column(
                rows,
                runs.stream()
                        .map(run -> ComparisonReport.cell(run.auc(), run.aucInterval(), false))
                        .toList());
        return new Table(
                ReportWords.of("compare.table.runs"), heads, rows, List.of(ReportWords.of("compare.table.runsNote")));
    }

    private static Cell seed(long seed) {
        return Cell.written(String.valueOf(seed), seed);
    }

    /** Adds a cell to each row, the highest as the best. */
    private static void column(List<List<Cell>> rows, List<Cell> cells) {
        int best = BestValue.HIGH.best(cells.stream().mapToDouble(Cell::value).toArray());
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).add(cells.get(i).best(i == best));
        }
    }

    private static Table seeds(List<Seeds> seeds) {
        List<List<Cell>> rows = new ArrayList<>();
        seeds.forEach(each -> rows.add(new ArrayList<>(List.of(Cell.words(each.name()), Cell.count(each.count())))));
        column(rows, seeds.stream().map(each -> cell(each.ndcg10())).toList());
        column(rows, seeds.stream().map(each -> cell(each.auc())).toList());
        return new Table(
                ReportWords.of("compare.table.seeds"),
                List.of(
                        ReportWords.of("list.run"),
                        ReportWords.of("list.seeds"),
                        ReportWords.of("list.ndcg10"),
                        RunTables.figureName("auc")),
                rows,
                List.of(ReportWords.of("compare.table.seedsNote")));
    }

    private static Cell cell(Mean mean) {
        return ComparisonReport.cell(mean.value(), mean.interval(), false);
    }

    private static Table differences(List<Difference> differences) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Difference each : differences) {
            rows.add(List.of(
                    Cell.words(each.a()),
                    Cell.words(each.b()),
                    Cell.words(
                            each.figure().equals(CatalogueRanking.NDCG) ? ReportWords.of("list.ndcg10") : figure(each)),
                    each.overSeeds()
                            ? Cell.words(
                                    ReportWords.of("compare.table.overSeeds", "count", String.valueOf(each.seeds())))
                            : Cell.words(ReportWords.of("compare.table.overUsers")),
                    ComparisonReport.cell(each.value(), each.interval(), false),
                    Cell.words(ReportWords.of(each.isSignificant() ? "compare.table.yes" : "compare.table.no"))));
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
                Collections.singletonList(ReportWords.of("compare.table.differencesNote")));
    }

    private static Text figure(Difference of) {
        return RunTables.figureName(of.figure());
    }
}
