package dev.interestlens.explain.effect;

import dev.interestlens.model.Removal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Removes behaviours together and compares the change with random removals of as many: 200 draws, or all subsets where there are fewer. Joint removal
 * finds substitutes, each of which has no effect alone. The same sample has the same draws.
 */
final class RandomRemovals {
    private static final int DRAWS = 200;
    private static final double PERCENTILE = 0.95;
    private static final long SEED = 20170621;

    private final Removal removal;
    private final int n;
    private final double before;
    private final double table;
    private final Map<Integer, Draws> bySize = new HashMap<>();

    private record Draws(List<Set<Integer>> subsets, double[] logits) {}

    RandomRemovals(Removal removal) {
        this.removal = removal;
        n = removal.behaviours();
        List<boolean[]> whole = List.of(removal.without(Set.of()));
        before = removal.logits(whole)[0];
        table = removal.byTable(whole)[0];
    }

    JointRemoval measure(List<Integer> removed) {
        return all(List.of(removed)).get(0);
    }

    /** Of several, scored together. */
    List<JointRemoval> all(List<List<Integer>> tested) {
        List<boolean[]> kept =
                tested.stream().map(each -> removal.without(Set.copyOf(each))).toList();
        double[] after = removal.logits(kept);
        double[] tables = removal.byTable(kept);
        return IntStream.range(0, after.length)
                .mapToObj(i -> compared(tested.get(i), after[i], table - tables[i]))
                .toList();
    }

    private JointRemoval compared(List<Integer> removed, double after, double byTable) {
        Set<Integer> tested = Set.copyOf(removed);
        Draws draws = bySize.computeIfAbsent(tested.size(), this::draw);
        double[] falls = new double[draws.subsets().size()];
        int others = 0;
        for (int i = 0; i < falls.length; i++) {
            if (!draws.subsets().get(i).equals(tested)) {
                falls[others++] = before - draws.logits()[i];
            }
        }
        double[] sorted = Arrays.copyOf(falls, others);
        Arrays.sort(sorted);
        double[] rises = Arrays.stream(sorted).map(fall -> -fall).sorted().toArray();
        return new JointRemoval(removed, before, after, byTable, percentile(sorted), percentile(rises));
    }

    private Draws draw(int k) {
        List<Set<Integer>> subsets = new ArrayList<>();
        if (choose(k) <= DRAWS) {
            enumerate(k, 0, new ArrayList<>(), subsets);
        }
        Random random = new Random(SEED + k);
        while (subsets.size() < Math.min(DRAWS, choose(k))) {
            Set<Integer> drawn = new HashSet<>();
            while (drawn.size() < k) {
                drawn.add(random.nextInt(n));
            }
            subsets.add(drawn);
        }
        return new Draws(
                subsets, removal.logits(subsets.stream().map(removal::without).toList()));
    }

    private void enumerate(int k, int from, List<Integer> chosen, List<Set<Integer>> subsets) {
        if (chosen.size() == k) {
            subsets.add(new HashSet<>(chosen));
            return;
        }
        for (int j = from; j < n; j++) {
            chosen.add(j);
            enumerate(k, j + 1, chosen, subsets);
            chosen.remove(chosen.size() - 1);
        }
    }

    private double choose(int k) {
        double ways = 1;
        for (int i = 0; i < k; i++) {
            ways *= (n - i) / (double) (i + 1);
        }
        return Math.rint(ways);
    }

    /** By nearest rank; infinite where there is no other subset. */
    private static double percentile(double[] sorted) {
        return sorted.length == 0 ? Double.POSITIVE_INFINITY : sorted[(int) Math.ceil(PERCENTILE * sorted.length) - 1];
    }
}
