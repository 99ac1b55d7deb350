package dev.interestlens.recommend;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Properties of a list compared with the history it was made from.
 *
 * @param popularity mean training events of its items; NaN where the list is empty
 * @param historyPopularity the same of the history; NaN where it is empty
 * @param head share of its items that belong to the most popular tenth
 * @param historyHead the same of the history
 * @param categories shares of the list and of the history by category id, the largest of the list first; an item spreads one over its categories
 * @param alike mean cosine between two of its items, by their embeddings in the model; NaN with fewer than two
 * @param alikeRandom the same for random items that could be in the list
 */
public record ListCharacter(
        double popularity,
        double historyPopularity,
        double head,
        double historyHead,
        Map<Integer, double[]> categories,
        double alike,
        double alikeRandom) {
    private static final int DRAWN = 50;

    public static ListCharacter of(Recommender recommender, TopList list) {
        int[] history = list.person().history().stream()
                .mapToInt(each -> recommender.catalogue().place(each.item().number()))
                .filter(place -> place >= 0)
                .toArray();
        int[] open = IntStream.range(0, list.open().length)
                .filter(place -> list.open()[place])
                .toArray();
        int[] drawn = new Random(1)
                .ints(Math.min(DRAWN, open.length), 0, Math.max(1, open.length))
                .map(i -> open[i])
                .distinct()
                .toArray();
        return new ListCharacter(
                mean(list.chosen(), recommender::events),
                mean(history, recommender::events),
                mean(list.chosen(), place -> recommender.inHead(place) ? 1 : 0),
                mean(history, place -> recommender.inHead(place) ? 1 : 0),
                categories(recommender, list.chosen(), history),
                alike(recommender, list),
                alike(recommender, drawn));
    }

    private static double mean(int[] places, java.util.function.IntToDoubleFunction value) {
        return Arrays.stream(places).mapToDouble(value).average().orElse(Double.NaN);
    }

    private static Map<Integer, double[]> categories(Recommender recommender, int[] list, int[] history) {
        Map<Integer, double[]> shares = new LinkedHashMap<>();
        int[][] categories = recommender.categories().orElse(null);
        if (categories == null) {
            return shares;
        }
        add(shares, categories, list, 0);
        add(shares, categories, history, 1);
        Map<Integer, double[]> sorted = new LinkedHashMap<>();
        shares.entrySet().stream()
                .sorted((a, b) -> Double.compare(
                        b.getValue()[0] + b.getValue()[1] / 1000, a.getValue()[0] + a.getValue()[1] / 1000))
                .forEach(each -> sorted.put(each.getKey(), each.getValue()));
        return sorted;
    }

    private static void add(Map<Integer, double[]> shares, int[][] categories, int[] places, int side) {
        for (int place : places) {
            for (int category : categories[place]) {
                shares.computeIfAbsent(category, any -> new double[2])[side] +=
                        1.0 / categories[place].length / places.length;
            }
        }
    }

    static double alike(Recommender recommender, TopList list) {
        return alike(recommender, list.chosen());
    }

    private static double alike(Recommender recommender, int[] places) {
        if (places.length < 2) {
            return Double.NaN;
        }
        float[][] vectors = recommender.vectors(places);
        double sum = 0;
        for (int a = 0; a < vectors.length; a++) {
            for (int b = 0; b < a; b++) {
                sum += Diversity.cosine(vectors[a], vectors[b]);
            }
        }
        return sum / (vectors.length * (vectors.length - 1) / 2.0);
    }
}
