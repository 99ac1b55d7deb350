package dev.interestlens.cli.text;

import dev.interestlens.cli.console.Console;
import dev.interestlens.cli.document.EvaluationJson;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.export.report.FigureWords;
import dev.interestlens.metric.Bootstrap;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.PerUser;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.store.Texts;
import dev.interestlens.workspace.measure.Evaluation;
import dev.interestlens.workspace.measure.SampledRanking;
import dev.interestlens.workspace.measurement.Currencies;
import dev.interestlens.workspace.measurement.Measurements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an evaluation found, as lines: the whole catalogue first.
 *
 * @param samples that were measured
 * @param full empty where it was not asked for
 * @param sampled empty where it was not requested, or no negatives are sampled
 * @param k places for which figures are asked for, beside ten
 * @param currencies empty where they were not asked for
 */
public record EvaluationText(
        Evaluation evaluation,
        SampleSet samples,
        Optional<CatalogueRanking> full,
        Optional<SampledRanking> sampled,
        List<Integer> k,
        Optional<Currencies> currencies) {
    public void print(Console console) {
        FigureWords.mark(samples.data().info()).ifPresent(console::print);
        full.ifPresent(ranking -> print(ranking, console));
        currencies
                .map(found -> Measurements.CURRENCIES.lines(Map.of("", found), console.locale()))
                .ifPresent(lines -> lines.forEach(console.out()::println));
        FigureWords.cap(samples.config(), samples.counts())
                .map(words -> words.in(console.locale()))
                .ifPresent(console.out()::println);
        sampled.ifPresent(ranking -> print(ranking, console));
        console.print("evaluate.title", evaluation.samples(), evaluation.users());
        evaluation.figures().forEach((name, value) -> {
            if (!EvaluationJson.SAMPLED.contains(name)) {
                figure(console, name, value, evaluation.intervals().get(name));
            }
        });
        if (evaluation.figures().values().stream().anyMatch(value -> value.isNaN())) {
            console.print("evaluate.undefined");
        }
        console.print("evaluate.baselines");
        evaluation.baselines().forEach((name, value) -> figure(console, name, value, null));
        console.print("evaluate.probes");
        evaluation.probes().forEach((name, value) -> figure(console, name, value, null));
    }

    private void print(CatalogueRanking ranking, Console console) {
        String title = ranking.users() == ranking.ofUsers() ? "evaluate.full" : "evaluate.fullSome";
        console.print(title, ranking.items(), ranking.users(), ranking.ofUsers());
        List<String> baselines = ranking.known();
        row(console, "", heads(console, baselines, "evaluate.model", "evaluate.random"));
        accuracy(ranking, RankingMetric.told(), console);
        accuracy(ranking, RankingMetric.asked(k), console);
        FigureWords.leads(ranking).forEach(words -> console.out().println("  " + words.in(console.locale())));
        row(console, console.text("evaluate.beyond"), heads(console, baselines, "evaluate.model"));
        for (String name : CatalogueRanking.BEYOND) {
            List<String> cells = new ArrayList<>(List.of(number(ranking.model().value(name))));
            baselines.forEach(each -> cells.add(number(ranking.baseline(each).value(name))));
            cells.add(FigureWords.help(name).in(console.locale()));
            row(console, name, cells);
        }
        if (ranking.cold() > 0) {
            console.print("evaluate.cold", ranking.cold());
        }
        ranking.apart()
                .forEach((name, some) -> console.print(
                        "evaluate.population",
                        FigureWords.population(name).in(console.locale()),
                        some.ndcg10(),
                        some.hitRate10(),
                        some.users()));
    }

    private static void accuracy(CatalogueRanking ranking, List<RankingMetric> figures, Console console) {
        for (RankingMetric figure : figures) {
            List<String> cells = new ArrayList<>(List.of(
                    number(ranking.model().value(figure))
                            + range(ranking.model().interval(figure)),
                    number(ranking.random(figure))));
            ranking.known()
                    .forEach(each -> cells.add(number(ranking.baseline(each).value(figure))));
            row(console, figure.id(), cells);
        }
    }

    private void print(SampledRanking ranking, Console console) {
        console.print("evaluate.sampled", ranking.candidates());
        console.print(FigureWords.negatives(samples.config().negatives().kind()));
        List<String> baselines = List.copyOf(ranking.baselines().keySet());
        row(console, "", heads(console, baselines, "evaluate.model", "evaluate.random"));
        ranking.random().forEach((name, random) -> {
            List<String> cells = new ArrayList<>(List.of(
                    number(evaluation.figures().get(name))
                            + range(evaluation.intervals().get(name)),
                    number(random)));
            ranking.baselines().values().forEach(each -> cells.add(number(each.get(name))));
            row(console, name, cells);
        });
        for (RankingMetric figure : RankingMetric.at(k)) {
            if (ranking.random().containsKey(figure.id())) {
                continue; // it stands above
            }
            PerUser users = figure.of(evaluation.ranked());
            List<String> cells = new ArrayList<>(List.of(
                    number(FullRanking.mean(users).orNaN())
                            + range(Bootstrap.of(1).mean(users).orElse(null)),
                    number(ranking.random(figure))));
            ranking.rows()
                    .values()
                    .forEach(rows ->
                            cells.add(number(FullRanking.mean(figure.of(rows)).orNaN())));
            row(console, figure.id(), cells);
        }
    }

    private static List<String> heads(Console console, List<String> baselines, String... first) {
        return Stream.concat(Stream.of(first), baselines.stream().map(name -> "evaluate." + name))
                .map(console::text)
                .toList();
    }

    private static void row(Console console, String name, List<String> cells) {
        StringBuilder line = new StringBuilder(Texts.row("  %-20s", name));
        for (int i = 0; i < cells.size(); i++) {
            line.append(' ').append(Texts.row(i == 0 ? "%-26s" : "%-14s", cells.get(i)));
        }
        console.out().println(line.toString().stripTrailing());
    }

    private static void figure(Console console, String name, double value, Interval interval) {
        console.row("  %-20s %.4f%s", name, value, range(interval));
    }

    private static String number(double value) {
        return Texts.row(Math.abs(value) < 10 ? "%.4f" : "%.3f", value);
    }

    private static String range(Interval interval) {
        return interval == null ? "" : Texts.row("  [%.4f, %.4f]", interval.low(), interval.high());
    }
}
