package dev.interestlens.ui.compare;

import dev.interestlens.explain.words.MetricWords;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.FigureWords;
import dev.interestlens.figure.Numerals;
import dev.interestlens.measurement.compare.RunScores;
import dev.interestlens.metric.BestValue;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.workspace.RunSummary;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The rows of the grid with the metrics of full ranking and of the recommended lists. */
record CatalogueRows(FiguresGrid grid, CompareViewModel model, Messages messages) {
    private static final int DECIMALS = 4;

    /** The main metric, with its baselines. */
    void accuracy() {
        grid.part("compare.part.catalogue");
        for (RankingMetric figure : RankingMetric.told()) {
            figure(name(figure), MetricWords.help(figure), run -> value(run, figure.id()), BestValue.HIGH);
            grid.texts(messages.text("compare.interval"), run -> interval(run, figure));
            if (figure.standing() == RankingMetric.Standing.DECIDES) {
                grid.line(
                        messages.text("compare.random"),
                        run -> of(run).map(ranking -> ranking.random(figure)).orElse(Double.NaN),
                        DECIMALS,
                        BestValue.NEITHER);
                CatalogueRanking.BASELINES.stream()
                        .filter(name -> rankings().stream()
                                .anyMatch(ranking -> ranking.known().contains(name)))
                        .forEach(name -> baseline(name, figure));
            }
        }
        rankings().stream()
                .map(ranking -> FigureWords.ranked(ranking).in(messages.locale()))
                .distinct()
                .forEach(words -> grid.wide(words, "note"));
        model.compared().notes().forEach(words -> grid.wide(words.in(messages.locale()), "note"));
    }

    /** Properties of the lists, such as diversity; no value is marked as best. */
    void beyond() {
        grid.part("compare.part.beyond");
        CatalogueRanking.BEYOND.forEach(figure -> figure(
                FigureWords.beyond(figure).in(messages.locale()),
                FigureWords.help(figure),
                run -> value(run, figure),
                BestValue.NEITHER));
    }

    private void figure(String name, Text help, ToDoubleFunction<RunSummary> value, BestValue better) {
        grid.line(name, value, DECIMALS, better);
        grid.explain(help.in(messages.locale()));
    }

    private void baseline(String name, RankingMetric figure) {
        grid.line(
                messages.text("compare.baseline." + name),
                run -> of(run).map(ranking -> ranking.baseline(name).value(figure))
                        .orElse(Double.NaN),
                DECIMALS,
                BestValue.NEITHER);
    }

    /** With the size of the catalogue. */
    private String name(RankingMetric figure) {
        return FigureWords.name(
                        figure, rankings().stream().map(CatalogueRanking::items).toList())
                .in(messages.locale());
    }

    private List<CatalogueRanking> rankings() {
        return model.runs().stream().flatMap(run -> of(run).stream()).toList();
    }

    private Optional<CatalogueRanking> of(RunSummary run) {
        return Optional.ofNullable(model.scores().get(run.folder()))
                .map(RunScores::ranking)
                .filter(Objects::nonNull);
    }

    private double value(RunSummary run, String figure) {
        return of(run).map(ranking -> ranking.model().value(figure)).orElse(Double.NaN);
    }

    private String interval(RunSummary run, RankingMetric figure) {
        Interval interval =
                of(run).map(ranking -> ranking.model().interval(figure)).orElse(null);
        return interval == null
                ? "–"
                : messages.text(
                        "compare.range",
                        Numerals.fixed(interval.low(), DECIMALS),
                        Numerals.fixed(interval.high(), DECIMALS));
    }
}
