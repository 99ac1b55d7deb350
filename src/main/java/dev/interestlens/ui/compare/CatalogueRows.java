package dev.interestlens.ui.compare;

import dev.interestlens.export.report.FigureWords;
import dev.interestlens.figure.Numerals;
import dev.interestlens.metric.BestValue;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.Interval;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.compare.RunScores;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The rows of the grid with the metrics of full ranking and of the recommended lists. */
record CatalogueRows(FiguresGrid grid, CompareViewModel model, Messages messages) {
    private static final int DECIMALS = 4;

    /** The main metric, with its baselines. */
    void accuracy() {
        grid.part("compare.part.catalogue");
        for (String figure : CatalogueRanking.ACCURACY) {
            figure(figure, BestValue.HIGH);
            grid.texts(messages.text("compare.interval"), run -> interval(run, figure));
            if (figure.equals(CatalogueRanking.NDCG)) {
                grid.line(
                        messages.text("compare.random"),
                        run -> of(run).map(ranking -> ranking.random().getOrDefault(figure, Double.NaN))
                                .orElse(Double.NaN),
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
        CatalogueRanking.BEYOND.forEach(figure -> figure(figure, BestValue.NEITHER));
    }

    private void figure(String figure, BestValue better) {
        grid.line(name(figure), run -> value(run, figure), DECIMALS, better);
        grid.explain(FigureWords.help(figure).in(messages.locale()));
    }

    private void baseline(String name, String figure) {
        grid.line(
                messages.text("compare.baseline." + name),
                run -> of(run).map(ranking -> ranking.baseline(name).value(figure))
                        .orElse(Double.NaN),
                DECIMALS,
                BestValue.NEITHER);
    }

    /** With the size of the catalogue. */
    private String name(String figure) {
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

    private String interval(RunSummary run, String figure) {
        Interval interval =
                of(run).map(ranking -> ranking.model().intervals().get(figure)).orElse(null);
        return interval == null
                ? "–"
                : messages.text(
                        "compare.range",
                        Numerals.fixed(interval.low(), DECIMALS),
                        Numerals.fixed(interval.high(), DECIMALS));
    }
}
