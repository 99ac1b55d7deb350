package dev.interestlens.explain.view;

import dev.interestlens.explain.look.Scores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How far the explanation of one prediction depends on the seed of training: mean, least and greatest Look and Effect of each behaviour over models
 * that differ only in the seed.
 *
 * @param models how many
 * @param steady behaviours that are among the first three of largest |Effect| for every one of them
 */
public record SeedSpread(
        int models, Band look, Band effect, List<Integer> steady, double leastScore, double mostScore) {
    private static final int TOP = 3;

    /** One number a behaviour each. */
    public record Band(double[] mean, double[] low, double[] high) {
        public Band {
            mean = mean.clone();
            low = low.clone();
            high = high.clone();
        }
    }

    public SeedSpread {
        steady = List.copyOf(steady);
    }

    /** @param versions at least one */
    public static SeedSpread of(List<BeyondPanels.Version> versions) {
        Set<Integer> steady = null;
        for (BeyondPanels.Version each : versions) {
            Set<Integer> first = Arrays.stream(Scores.descending(each.effects().size()))
                    .limit(TOP)
                    .boxed()
                    .collect(Collectors.toSet());
            if (steady == null) {
                steady = first;
            } else {
                steady.retainAll(first);
            }
        }
        double[] scores = versions.stream()
                .mapToDouble(each -> each.looked().score())
                .sorted()
                .toArray();
        return new SeedSpread(
                versions.size(),
                band(versions, each -> each.looked().look()),
                band(versions, each -> each.effects().effect()),
                new ArrayList<>(steady).stream().sorted().toList(),
                scores[0],
                scores[scores.length - 1]);
    }

    private static Band band(List<BeyondPanels.Version> versions, Function<BeyondPanels.Version, double[]> of) {
        int n = of.apply(versions.get(0)).length;
        double[] mean = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        Arrays.fill(low, Double.MAX_VALUE);
        Arrays.fill(high, -Double.MAX_VALUE);
        for (BeyondPanels.Version each : versions) {
            double[] values = of.apply(each);
            for (int j = 0; j < n; j++) {
                mean[j] += values[j] / versions.size();
                low[j] = Math.min(low[j], values[j]);
                high[j] = Math.max(high[j], values[j]);
            }
        }
        return new Band(mean, low, high);
    }
}
