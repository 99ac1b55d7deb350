package dev.interestlens.explain.fidelity;

import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.fidelity.FidelityReport.Planted;
import dev.interestlens.explain.fidelity.FidelityReport.PlantedGroups;
import dev.interestlens.explain.fidelity.FidelityReport.Truth;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.look.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares orders of the history with the known causes of choices: Look by its size, Effect by its sign (supporters), and chance in closed form, 1 −
 * C(n−g, k)/C(n, k).
 */
final class PlantedTruth {
    private static final int FIRST = 3;

    private final List<double[]> look = new ArrayList<>();
    private final List<double[]> effect = new ArrayList<>();
    private final List<double[]> random = new ArrayList<>();

    /**
     * @param trigger its place in the history
     * @param interests places of the causes by the interest that they show, at least one
     */
    void add(LookResult looked, Effects effects, int trigger, List<Set<Integer>> interests) {
        Set<Integer> support = interests.stream().flatMap(Set::stream).collect(Collectors.toSet());
        double[] positive = effects.effect().clone();
        for (int j = 0; j < positive.length; j++) {
            positive[j] = Math.max(0, positive[j]);
        }
        look.add(of(Scores.descending(looked.strength()), looked.strength(), trigger, support));
        effect.add(of(Scores.descending(effects.effect()), positive, trigger, support));
        random.add(chance(looked.look().length, support.size()));
    }

    Planted planted(PlantedGroups groups) {
        return new Planted(look.size(), mean(look), mean(effect), mean(random), groups);
    }

    static double[] of(int[] order, double[] mass, int trigger, Set<Integer> support) {
        int n = order.length;
        double found = 0;
        double precision = 0;
        double recall = 0;
        boolean near = false;
        for (int i = 0; i < n; i++) {
            if (support.contains(order[i])) {
                found++;
                precision += found / (i + 1) / support.size();
                recall += i < FIRST ? 1.0 / support.size() : 0;
            }
            near |= i < FIRST && order[i] == trigger;
        }
        double whole = 0;
        double on = 0;
        for (int j = 0; j < n; j++) {
            whole += mass[j];
            on += support.contains(j) ? mass[j] : 0;
        }
        return new double[] {
            order[0] == trigger ? 1 : 0,
            near ? 1 : 0,
            support.contains(order[0]) ? 1 : 0,
            recall > 0 ? 1 : 0,
            recall,
            precision,
            whole == 0 ? Double.NaN : on / whole / ((double) support.size() / n)
        };
    }

    /** Expected values of a random order of n with g causes. */
    static double[] chance(int n, int g) {
        double miss = 1;
        for (int i = 0; i < Math.min(FIRST, n); i++) {
            miss *= Math.max(0, n - g - i) / (double) (n - i);
        }
        double top = Math.min(1.0, (double) FIRST / n);
        double precision = 0;
        for (int i = 1; i <= n; i++) {
            precision += (n == 1 ? 1 : (1 + (i - 1.0) * (g - 1.0) / (n - 1.0)) / i) / n;
        }
        return new double[] {1.0 / n, top, (double) g / n, 1 - miss, top, precision, 1};
    }

    private static Truth mean(List<double[]> rows) {
        double[] mean = new double[7];
        for (int i = 0; i < mean.length; i++) {
            int at = i;
            mean[i] = rows.stream()
                    .mapToDouble(row -> row[at])
                    .filter(value -> !Double.isNaN(value))
                    .average()
                    .orElse(Double.NaN);
        }
        return new Truth(mean[0], mean[1], mean[2], mean[3], mean[4], mean[5], mean[6]);
    }
}
