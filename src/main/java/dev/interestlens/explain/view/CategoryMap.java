package dev.interestlens.explain.view;

import dev.interestlens.explain.words.Text;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Look and the first-order Effect by category, summed over many predictions: one row for each category of the candidate, one column for each category
 * of the behaviour. For one thread.
 */
public final class CategoryMap {
    private final Map<Text, Map<Text, double[]>> cells = new LinkedHashMap<>();
    private final Map<Text, Integer> counts = new LinkedHashMap<>();

    /** One prediction: Look and Effect of each behaviour with its category. */
    public void add(Text candidate, List<Text> behaviours, double[] look, double[] effect) {
        double even = Arrays.stream(look).map(Math::abs).average().orElse(Double.NaN);
        Map<Text, double[]> row = cells.computeIfAbsent(candidate, c -> new LinkedHashMap<>());
        for (int j = 0; j < behaviours.size(); j++) {
            double[] cell = row.computeIfAbsent(behaviours.get(j), c -> new double[3]);
            cell[0]++;
            cell[1] += even > 0 ? Math.abs(look[j]) / even : Double.NaN;
            cell[2] += effect[j];
            counts.merge(behaviours.get(j), 1, Integer::sum);
        }
    }

    /**
     * Means over the predictions, for the most frequent categories of behaviours.
     *
     * @param categories sorted so that related ones are adjacent where the source tells, else by name
     * @param look weight divided by the even share: 1 is by chance; NaN where there is no prediction
     * @param effect in logits; NaN where there is no prediction
     */
    public record Means(List<Text> categories, double[] look, double[] effect) {
        public Means {
            categories = List.copyOf(categories);
            look = look.clone();
            effect = effect.clone();
        }
    }

    /** Of at most {@code most} categories. */
    public Means means(int most, Comparator<Text> order) {
        List<Text> categories = counts.entrySet().stream()
                .sorted(Map.Entry.<Text, Integer>comparingByValue().reversed())
                .limit(most)
                .map(Map.Entry::getKey)
                .sorted(order)
                .toList();
        int size = categories.size();
        double[] look = new double[size * size];
        double[] effect = new double[size * size];
        Arrays.fill(look, Double.NaN);
        Arrays.fill(effect, Double.NaN);
        for (int row = 0; row < size; row++) {
            Map<Text, double[]> found = cells.getOrDefault(categories.get(row), Map.of());
            for (int column = 0; column < size; column++) {
                double[] cell = found.get(categories.get(column));
                if (cell != null) {
                    look[row * size + column] = cell[1] / cell[0];
                    effect[row * size + column] = cell[2] / cell[0];
                }
            }
        }
        return new Means(categories, look, effect);
    }
}
