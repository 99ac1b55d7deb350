package dev.interestlens.measurement;

import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.FigureWords;
import dev.interestlens.figure.Numerals;
import dev.interestlens.measurement.quality.Evaluation;
import dev.interestlens.measurement.quality.SampledRanking;
import dev.interestlens.metric.Bootstrap;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.PerUser;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.store.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an evaluation found, as lines for people: the whole catalogue first.
 *
 * @param words whose texts they are
 * @param samples that were measured
 * @param full empty where it was not asked for
 * @param sampled empty where it was not requested, or no negatives are sampled
 * @param k places for which figures are asked for, beside ten
 * @param currencies empty where they were not asked for
 */
record EvaluationLines(
        Measurement<?, ?> words,
        Evaluation evaluation,
        SampleSet samples,
        Optional<CatalogueRanking> full,
        Optional<SampledRanking> sampled,
        List<Integer> k,
        Optional<Currencies> currencies) {
    /** In both languages. */
    List<Text> all() {
        List<String> english = new Lines(Locale.ENGLISH).all();
        List<String> chinese = new Lines(Locale.CHINESE).all();
        return IntStream.range(0, english.size())
                .mapToObj(i -> new Text(english.get(i), chinese.get(i)))
                .toList();
    }

    private static String number(double value) {
        return Texts.row(Math.abs(value) < 10 ? "%.4f" : "%.3f", value);
    }

    private static String range(Interval interval) {
        return interval == null ? "" : Texts.row("  [%.4f, %.4f]", interval.low(), interval.high());
    }

    /** In one language. */
    private final class Lines {
        private final Locale language;
        private final List<String> lines = new ArrayList<>();

        Lines(Locale language) {
            this.language = language;
        }

        private List<String> all() {
            full.ifPresent(this::add);
            currencies.ifPresent(found -> lines.addAll(Measurements.CURRENCIES.lines(Map.of("", found), language)));
            FigureWords.cap(samples.config(), samples.counts()).ifPresent(this::add);
            sampled.ifPresent(this::add);
            add(words.of(
                    "lines.title",
                    "samples",
                    Numerals.count(evaluation.samples()),
                    "users",
                    Numerals.count(evaluation.users())));
            evaluation.figures().forEach((name, value) -> {
                if (!EvaluationDocument.SAMPLED.contains(name)) {
                    figure(name, value, evaluation.intervals().get(name));
                }
            });
            if (evaluation.figures().values().stream().anyMatch(value -> value.isNaN())) {
                add(words.words("lines.undefined"));
            }
            add(words.words("lines.baselines"));
            evaluation.baselines().forEach((name, value) -> figure(name, value, null));
            add(words.words("lines.probes"));
            evaluation.probes().forEach((name, value) -> figure(name, value, null));
            return lines;
        }

        private void add(Text text) {
            lines.add(text.in(language));
        }

        private void add(CatalogueRanking ranking) {
            String title = ranking.users() == ranking.ofUsers() ? "lines.full" : "lines.fullSome";
            add(words.of(
                    title,
                    "items",
                    Numerals.count(ranking.items()),
                    "users",
                    Numerals.count(ranking.users()),
                    "ofUsers",
                    Numerals.count(ranking.ofUsers())));
            List<String> baselines = ranking.known();
            row("", heads(baselines, "lines.model", "lines.random"));
            accuracy(ranking, RankingMetric.told());
            accuracy(ranking, RankingMetric.asked(k));
            FigureWords.leads(ranking).forEach(lead -> lines.add("  " + lead.in(language)));
            row(words.words("lines.beyond").in(language), heads(baselines, "lines.model"));
            for (String name : CatalogueRanking.BEYOND) {
                List<String> cells =
                        new ArrayList<>(List.of(number(ranking.model().value(name))));
                baselines.forEach(
                        each -> cells.add(number(ranking.baseline(each).value(name))));
                cells.add(FigureWords.help(name).in(language));
                row(name, cells);
            }
            if (ranking.cold() > 0) {
                add(words.of("lines.cold", "items", Numerals.count(ranking.cold())));
            }
            ranking.apart()
                    .forEach((name, some) -> add(words.of(
                            "lines.population",
                            "name",
                            FigureWords.population(name),
                            "ndcg",
                            Texts.row("%.4f", some.ndcg10()),
                            "hitRate",
                            Texts.row("%.4f", some.hitRate10()),
                            "users",
                            Numerals.count(some.users()))));
        }

        private void accuracy(CatalogueRanking ranking, List<RankingMetric> figures) {
            for (RankingMetric figure : figures) {
                List<String> cells = new ArrayList<>(List.of(
                        number(ranking.model().value(figure))
                                + range(ranking.model().interval(figure)),
                        number(ranking.random(figure))));
                ranking.known()
                        .forEach(each -> cells.add(number(ranking.baseline(each).value(figure))));
                row(figure.id(), cells);
            }
        }

        private void add(SampledRanking ranking) {
            add(words.of("lines.sampled", "candidates", ranking.candidates()));
            add(FigureWords.negatives(samples.config().negatives().kind()));
            List<String> baselines = List.copyOf(ranking.baselines().keySet());
            row("", heads(baselines, "lines.model", "lines.random"));
            ranking.random().forEach((name, random) -> {
                List<String> cells = new ArrayList<>(List.of(
                        number(evaluation.figures().get(name))
                                + range(evaluation.intervals().get(name)),
                        number(random)));
                ranking.baselines().values().forEach(each -> cells.add(number(each.get(name))));
                row(name, cells);
            });
            for (RankingMetric figure : RankingMetric.at(k)) {
                if (!ranking.random().containsKey(figure.id())) { // else it stands above
                    atPlaces(ranking, figure);
                }
            }
        }

        private void atPlaces(SampledRanking ranking, RankingMetric figure) {
            PerUser users = figure.of(evaluation.ranked());
            List<String> cells = new ArrayList<>(List.of(
                    number(FullRanking.mean(users).orNaN())
                            + range(Bootstrap.of(1).mean(users).orElse(null)),
                    number(ranking.random(figure))));
            ranking.rows()
                    .values()
                    .forEach(rows ->
                            cells.add(number(FullRanking.mean(figure.of(rows)).orNaN())));
            row(figure.id(), cells);
        }

        private List<String> heads(List<String> baselines, String... first) {
            return Stream.concat(Stream.of(first), baselines.stream().map(name -> "lines." + name))
                    .map(key -> words.words(key).in(language))
                    .toList();
        }

        private void row(String name, List<String> cells) {
            StringBuilder line = new StringBuilder(Texts.row("  %-20s", name));
            for (int i = 0; i < cells.size(); i++) {
                line.append(' ').append(Texts.row(i == 0 ? "%-26s" : "%-14s", cells.get(i)));
            }
            lines.add(line.toString().stripTrailing());
        }

        private void figure(String name, double value, Interval interval) {
            lines.add(Texts.row("  %-20s %.4f%s", name, value, range(interval)));
        }
    }
}
