package dev.interestlens.explain.view;

import dev.interestlens.explain.words.Text;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where candidates of one category look, and what moves them: Look and the first-order Effect summed over many predictions, a row a category of the candidate, a
 * column a category of the behaviour. For one thread.
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
     * Means over the predictions, for the categories that behaviours fall into most.
     *
     * @param categories sorted so that those that attract each other stand together where the source says so, else by name
     * @param look weight over that of sharing what falls on the history evenly: 1 is by chance; NaN where nothing was seen
     * @param effect in logits; NaN where nothing was seen
     */
    public record Means(List<Text> categories, double[] look, double[] effect) {
        public Means {
            categories = List.copyOf(categories);
            look = look.clone();
            effect = effect.clone();
        }
    }

    /** Of at most so many categories. */
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
