package dev.interestlens.metric;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Baselines that need no model, measured on the same rows as a model, so that its figures can be judged.
 *
 * @param lists how many candidates the ranking metrics rank among
 * @param random each {@link RankMetric} of random scores by its name, on average
 * @param baselines the same of each baseline by its name
 */
public record References(ListSizes lists, Map<String, Double> random, Map<String, Map<String, Double>> baselines) {
    public References {
        random = Collections.unmodifiableMap(new LinkedHashMap<>(random));
        Map<String, Map<String, Double>> copies = new LinkedHashMap<>();
        baselines.forEach(
                (name, figures) -> copies.put(name, Collections.unmodifiableMap(new LinkedHashMap<>(figures))));
        baselines = Collections.unmodifiableMap(copies);
    }

    /** A baseline by its name, with one of its figures. */
    public record Best(String baseline, double value) {}

    /** @param baselines scores of each baseline by its name, one a row */
    public static References of(Map<String, double[]> baselines, float[] labels, int[] users) {
        ScoredSamples equal =
                ScoredSamples.of(new double[labels.length], labels, users); // ties count as the mean over all orders
        Map<String, Map<String, Double>> figures = new LinkedHashMap<>();
        baselines.forEach(
                (name, scores) -> figures.put(name, RankMetric.figures(ScoredSamples.of(scores, labels, users))));
        return new References(ListSizes.of(equal), RankMetric.figures(equal), figures);
    }

    /** One figure of each baseline, NaN where it is not defined. */
    public Map<String, Double> figure(String name) {
        Map<String, Double> values = new LinkedHashMap<>();
        baselines.forEach((baseline, figures) -> values.put(baseline, figures.getOrDefault(name, Double.NaN)));
        return values;
    }

    /** The baseline that does best by a figure. */
    public Optional<Best> best(String name) {
        return figure(name).entrySet().stream()
                .filter(each -> !each.getValue().isNaN())
                .map(each -> new Best(each.getKey(), each.getValue()))
                .max(Comparator.comparingDouble(Best::value));
    }
}
