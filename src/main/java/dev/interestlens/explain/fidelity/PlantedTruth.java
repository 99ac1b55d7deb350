package dev.interestlens.explain.fidelity;

import dev.interestlens.explain.fidelity.FidelityReport.Found;
import dev.interestlens.explain.fidelity.FidelityReport.Truth;
import dev.interestlens.explain.look.Scores;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Compares one order of the history with the known causes of choices, choice by choice. */
final class PlantedTruth {
    private static final int FIRST = 3;

    private final Map<Found, Tally> tallies = new EnumMap<>(Found.class);

    PlantedTruth() {
        Arrays.stream(Found.values()).forEach(found -> tallies.put(found, new Tally()));
    }

    /**
     * An order by size.
     *
     * @param trigger its place in the history
     * @param support places of all causes, at least one
     */
    void add(int user, double[] size, int trigger, Set<Integer> support) {
        double[] mass = Arrays.stream(size).map(value -> Math.max(0, value)).toArray();
        add(user, of(Scores.descending(size), mass, trigger, support));
    }

    /** The expectation of a random order. */
    void addChance(int user, int behaviours, int causes) {
        add(user, chance(behaviours, causes));
    }

    private void add(int user, double[] row) {
        tallies.forEach((found, tally) -> tally.add(user, row[found.ordinal()]));
    }

    Truth truth() {
        Map<Found, Figure> figures = new EnumMap<>(Found.class);
        tallies.forEach((found, tally) -> figures.put(found, tally.figure()));
        return new Truth(figures);
    }

    /** One value of each {@link Found}, in its order; NaN where there is no mass. */
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

    /** Expected values of a random order of n with g causes: 1 − C(n−g, k)/C(n, k) and the like. */
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
}
