package dev.interestlens.measurement;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.protocol.Neighbours;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.Split;
import dev.interestlens.measurement.quality.Evaluation;
import dev.interestlens.measurement.quality.SampledRanking;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.metric.RowMetric;
import dev.interestlens.metric.ScoredSamples;
import dev.interestlens.store.EnumNames;
import dev.interestlens.train.EngineInverse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The document of {@code evaluate}: the whole catalogue first.
 *
 * @param samples that were measured
 * @param calibrated whether the scores were fitted to the validation part, which figures of probabilities depend on
 * @param full empty where it was not asked for
 * @param sampled empty where it was not requested, or no negatives are sampled
 * @param k places for which figures are asked for, beside ten
 * @param currencies empty where they were not asked for
 */
record EvaluationDocument(
        Evaluation evaluation,
        SampleSet samples,
        boolean calibrated,
        Optional<CatalogueRanking> full,
        Optional<SampledRanking> sampled,
        List<Integer> k,
        Optional<Currencies> currencies) {
    /** Figures of the ranking among a few candidates, which also stand at the top of the JSON as they used to. */
    static final Set<String> SAMPLED =
            SampledRanking.FIGURES.stream().map(RowMetric::id).collect(Collectors.toUnmodifiableSet());

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>(samples.data().info().mark());
        full.ifPresent(ranking -> tree.put("ranking", ranking(ranking)));
        currencies.ifPresent(found -> tree.put("currencies", found.currencies()));
        sampled.ifPresent(ranking -> tree.put("sampled", sampled(ranking)));
        evaluation.figures().forEach((name, value) -> {
            if (sampled.isPresent() || !SAMPLED.contains(name)) {
                tree.put(name, value);
            }
        });
        tree.put("negatives", EnumNames.lower(samples.config().negatives().kind()));
        ceiling(samples).ifPresent(most -> tree.put("ceiling", most));
        tree.put("caps", caps());
        tree.put("calibrated", calibrated);
        tree.put("part", EnumNames.lower(evaluation.part()));
        tree.put("samples", evaluation.samples());
        tree.put("users", evaluation.users());
        tree.put("intervals", evaluation.intervals());
        tree.put("baselines", baselines());
        full.flatMap(ranking -> ranking.above(CatalogueRanking.NEIGHBOURS, RankingMetric.NDCG10))
                .ifPresent(paired -> tree.put("pairedWithNeighbours", paired(paired)));
        tree.put("probes", evaluation.probes());
        return tree;
    }

    /** The best AUC that is possible on a log that was generated for labelled candidates; empty where none is known. */
    static Optional<Double> ceiling(SampleSet samples) {
        return samples.config().split() == Split.LOGGED
                ? Optional.ofNullable(samples.data().info().origin().settings().get(DatasetInfo.CEILING))
                        .map(Double::valueOf)
                : Optional.empty();
    }

    private Map<String, Object> caps() {
        Map<String, Object> caps = new LinkedHashMap<>();
        caps.put("positionsPerUser", samples.config().training().positionsPerUser());
        caps.put("positionsLeftOut", samples.counts().capped());
        full.ifPresent(ranking -> caps.put("usersNotRanked", ranking.ofUsers() - ranking.users()));
        return caps;
    }

    private Map<String, Object> ranking(CatalogueRanking ranking) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("users", ranking.users());
        tree.put("ofUsers", ranking.ofUsers());
        tree.put("items", ranking.items());
        tree.put("coldTargets", ranking.cold());
        tree.put("repeats", ranking.repeats());
        ranking.populations().forEach((name, some) -> tree.put(name, population(some)));
        tree.putAll(figures(ranking.model()));
        Map<String, Object> above = new LinkedHashMap<>();
        ranking.baselines().keySet().forEach(name -> above.put(name, ranking.above(name)));
        tree.put("above", above);
        tree.put("random", ranking.random());
        return tree;
    }

    /** By kind, then by places; nothing where none were asked for. */
    private Map<String, Map<String, Double>> byPlaces(ToDoubleFunction<RankingMetric> value) {
        Map<String, Map<String, Double>> byKind = new LinkedHashMap<>();
        RankingMetric.at(k)
                .forEach(metric -> byKind.computeIfAbsent(metric.kind().id(), id -> new LinkedHashMap<>())
                        .put(String.valueOf(metric.places()), value.applyAsDouble(metric)));
        return byKind;
    }

    private Map<String, Map<String, Double>> byPlaces(ScoredSamples rows) {
        return byPlaces(metric -> FullRanking.mean(metric.of(rows)).orNaN());
    }

    private static Map<String, Object> population(CatalogueRanking.Population some) {
        return Map.of(
                "ndcg10", some.ndcg10(),
                "hitRate10", some.hitRate10(),
                "users", some.users());
    }

    private static Map<String, Object> paired(CatalogueRanking.Difference difference) {
        return Map.of(
                "ndcg10Difference", difference.difference(),
                "low", difference.low(),
                "high", difference.high());
    }

    /** What was asked for stands by its places. */
    private Map<String, Object> figures(CatalogueRanking.Figures figures) {
        Map<String, Object> tree = new LinkedHashMap<>(figures.values());
        RankingMetric.asked(k).forEach(metric -> tree.remove(metric.id()));
        Map<String, List<Double>> intervals = new LinkedHashMap<>();
        figures.intervals().forEach((name, range) -> intervals.put(name, List.of(range.low(), range.high())));
        tree.put("intervals", intervals);
        tree.putAll(byPlaces(figures::value));
        return tree;
    }

    private Map<String, Object> sampled(SampledRanking ranking) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("candidates", ranking.candidates());
        SAMPLED.stream()
                .sorted()
                .forEach(name -> tree.put(name, evaluation.figures().get(name)));
        tree.put("random", ranking.random());
        if (!k.isEmpty()) {
            tree.put("atK", byPlaces(evaluation.ranked()));
        }
        return tree;
    }

    private Map<String, Object> few(SampledRanking ranking, String baseline) {
        Map<String, Object> tree = new LinkedHashMap<>(ranking.baselines().get(baseline));
        if (!k.isEmpty()) {
            tree.put("atK", byPlaces(ranking.rows().get(baseline)));
        }
        return tree;
    }

    private Map<String, Object> baselines() {
        Map<String, Object> tree = new LinkedHashMap<>();
        evaluation.baselines().forEach((name, auc) -> {
            Map<String, Object> baseline = new LinkedHashMap<>();
            if (name.equals(CatalogueRanking.NEIGHBOURS)) {
                Neighbours best = samples.neighbours(new EngineInverse()); // which was made for its figures
                baseline.put("kind", EnumNames.lower(best.kind()));
                baseline.put("decay", best.decay());
            } else if (name.equals(CatalogueRanking.TREND)) {
                samples.trend().ifPresent(trend -> baseline.put("days", trend.days()));
            }
            baseline.put("auc", auc);
            full.map(ranking -> ranking.baselines().get(name))
                    .ifPresent(figures -> baseline.put("ranking", figures(figures)));
            sampled.filter(ranking -> ranking.baselines().containsKey(name))
                    .ifPresent(ranking -> baseline.put("sampled", few(ranking, name)));
            tree.put(name, baseline);
        });
        return tree;
    }
}
