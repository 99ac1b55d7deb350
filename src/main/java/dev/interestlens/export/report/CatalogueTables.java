package dev.interestlens.export.report;

import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.export.report.page.Document;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.metric.BestValue;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.RankingMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** How models rank the whole catalogue, and what they recommend: of one run, or of several side by side. */
final class CatalogueTables {
    private static final CatalogueRanking.Population NONE = new CatalogueRanking.Population(Double.NaN, Double.NaN, 0);

    private CatalogueTables() {}

    /** Of one run. */
    static void of(Document document, CatalogueRanking ranking) {
        document.heading(ReportWords.of("catalogue.title")).paragraph(FigureWords.ranked(ranking));
        if (ranking.cold() > 0) {
            document.paragraph(cold(ranking));
        }
        List<List<Cell>> accuracy = new ArrayList<>();
        for (RankingMetric figure : RankingMetric.told()) {
            accuracy.add(row(
                    ranking,
                    baseline -> baseline.value(figure),
                    Cell.words(FigureWords.name(figure, ranking.items())),
                    ComparisonReport.cell(
                            ranking.model().value(figure), ranking.model().interval(figure), false),
                    RunTables.measured(ranking.random(figure))));
        }
        document.table(new Table(
                Phrase.EMPTY, heads(ranking, "facts.measure", "facts.valueWithin", "catalogue.random"), accuracy));
        document.points(FigureWords.leads(ranking));
        if (!ranking.apart().isEmpty()) {
            document.paragraph(ReportWords.of("catalogue.populations")).table(populations(ranking));
        }
        document.heading(ReportWords.of("catalogue.beyond")).paragraph(ReportWords.of("catalogue.beyondHelp"));
        List<List<Cell>> beyond = new ArrayList<>();
        for (String figure : CatalogueRanking.BEYOND) {
            beyond.add(row(
                    ranking,
                    baseline -> baseline.value(figure),
                    Cell.words(FigureWords.beyond(figure)),
                    Cell.words(FigureWords.help(figure)),
                    RunTables.measured(ranking.model().value(figure))));
        }
        document.table(
                new Table(Phrase.EMPTY, heads(ranking, "facts.measure", "facts.what", "catalogue.model"), beyond));
    }

    /** The model's figures by what the true items are. */
    private static Table populations(CatalogueRanking ranking) {
        List<List<Cell>> rows = new ArrayList<>();
        ranking.apart()
                .forEach((name, some) -> rows.add(List.of(
                        Cell.words(FigureWords.population(name)),
                        RunTables.measured(some.ndcg10()),
                        RunTables.measured(some.hitRate10()),
                        Cell.count(some.users()))));
        return new Table(
                Phrase.EMPTY,
                List.of(
                        ReportWords.of("catalogue.truth"),
                        FigureWords.name(RankingMetric.NDCG10, ranking.items()),
                        FigureWords.name(RankingMetric.HIT_RATE10, ranking.items()),
                        ReportWords.of("facts.users")),
                rows);
    }

    private static Text cold(CatalogueRanking ranking) {
        return ReportWords.of("catalogue.cold", "cold", Wording.number(ranking.cold()));
    }

    private static List<Phrase> heads(CatalogueRanking ranking, String... first) {
        List<Phrase> heads = new ArrayList<>(ReportWords.all(first));
        ranking.known().forEach(name -> heads.add(RunTables.figureName(name)));
        return heads;
    }

    private static List<Cell> row(
            CatalogueRanking ranking, ToDoubleFunction<CatalogueRanking.Figures> figure, Cell... first) {
        List<Cell> row = new ArrayList<>(List.of(first));
        ranking.known().forEach(name -> row.add(RunTables.measured(figure.applyAsDouble(ranking.baseline(name)))));
        return row;
    }

    /** Of several runs, a column each. */
    static void of(Document document, List<RunFacts> runs, boolean comparable) {
        List<CatalogueRanking> all =
                runs.stream().flatMap(run -> of(run).stream()).toList();
        if (all.isEmpty()) {
            return;
        }
        document.heading(ReportWords.of("catalogue.title"));
        all.stream().map(FigureWords::ranked).distinct().forEach(document::paragraph);
        List<List<Cell>> accuracy = new ArrayList<>();
        for (RankingMetric figure : RankingMetric.told()) {
            double[] values = runs.stream()
                    .mapToDouble(run -> of(run).map(ranking -> ranking.model().value(figure))
                            .orElse(Double.NaN))
                    .toArray();
            int best = comparable ? BestValue.HIGH.best(values) : -1;
            List<Cell> row = new ArrayList<>(List.of(Cell.words(name(all, figure))));
            for (int i = 0; i < values.length; i++) {
                Interval interval = of(runs.get(i))
                        .map(ranking -> ranking.model().interval(figure))
                        .orElse(null);
                row.add(ComparisonReport.cell(values[i], interval, i == best));
            }
            accuracy.add(row);
            if (figure.standing() == RankingMetric.Standing.DECIDES) {
                accuracy.add(row(
                        beside(all, figure, ReportWords.of("catalogue.random")),
                        runs,
                        ranking -> ranking.random(figure)));
                CatalogueRanking.BASELINES.stream()
                        .filter(name ->
                                all.stream().anyMatch(ranking -> ranking.known().contains(name)))
                        .forEach(name -> accuracy.add(row(
                                beside(all, figure, RunTables.figureName(name)), runs, ranking -> ranking.baseline(name)
                                        .value(figure))));
                all.stream()
                        .flatMap(ranking -> ranking.apart().keySet().stream())
                        .distinct()
                        .forEach(name -> accuracy.add(
                                row(beside(all, figure, FigureWords.population(name)), runs, ranking -> ranking.apart()
                                        .getOrDefault(name, NONE)
                                        .ndcg10())));
            }
        }
        document.table(ComparisonReport.table(runs, ReportWords.of("facts.measure"), accuracy));
        document.heading(ReportWords.of("catalogue.beyond")).paragraph(ReportWords.of("catalogue.beyondHelp"));
        List<List<Cell>> beyond = new ArrayList<>();
        CatalogueRanking.BEYOND.forEach(figure -> beyond.add(
                row(FigureWords.beyond(figure), runs, ranking -> ranking.model().value(figure))));
        document.table(ComparisonReport.table(runs, ReportWords.of("facts.measure"), beyond));
        document.points(CatalogueRanking.BEYOND.stream()
                .map(figure -> help(FigureWords.beyond(figure), FigureWords.help(figure)))
                .toList());
        document.heading(ReportWords.of("sampled.title"));
    }

    private static Text help(Text name, Text help) {
        return new Text(name.en() + ": " + help.en(), name.zh() + "：" + help.zh());
    }

    private static Text beside(List<CatalogueRanking> all, RankingMetric figure, Text baseline) {
        return ReportWords.of("figure.ofBaseline", "figure", name(all, figure), "baseline", baseline);
    }

    /** With the size of each catalogue, where they differ. */
    private static Text name(List<CatalogueRanking> all, RankingMetric figure) {
        return FigureWords.name(
                figure, all.stream().map(CatalogueRanking::items).toList());
    }

    private static List<Cell> row(Text head, List<RunFacts> runs, Function<CatalogueRanking, Double> of) {
        return Table.row(
                Cell.words(head),
                runs,
                run -> RunTables.measured(of(run).map(of).orElse(Double.NaN)));
    }

    private static Optional<CatalogueRanking> of(RunFacts run) {
        return run.measured().flatMap(RunFacts.Measured::catalogue);
    }
}
