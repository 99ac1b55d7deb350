package dev.interestlens.explain.effect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Searches for the fewest behaviours whose removal carries a score past a bound: a minimal counterfactual explanation. All sets of one, two,
 * three and so on are tried, as long as they are no more than those of up to three of fifty behaviours; what is found among them is proven to be
 * smallest. Beyond that the search is greedy, and finally puts back what is not needed.
 */
public final class SmallestSets {
    /** The most behaviours that are removed together. */
    public static final int MAX_STEPS = 12;

    /** Sets of one, two and three of fifty behaviours. */
    static final int MAX_TRIED = 20_875;

    private static final int PIECE = 512;

    /** How a score moves. */
    @FunctionalInterface
    public interface Margins {
        /** How far past its bound the score is without each of some sets; positive where it has crossed. */
        double[] without(List<List<Integer>> sets);
    }

    /**
     * What was found.
     *
     * @param sets those of the smallest size that cross, the one that goes furthest first; empty where none was found
     * @param behaviours that can be removed
     * @param exhausted every set of so many behaviours or fewer was tried
     * @param tried how many sets were tried
     */
    public record Found(List<List<Integer>> sets, int behaviours, int exhausted, int tried) {
        public Found {
            sets = List.copyOf(sets);
        }

        /** Of each of the sets; 0 where none was found. */
        public int size() {
            return sets.isEmpty() ? 0 : sets.get(0).size();
        }

        /** Whether no smaller set crosses; where none was found, no set of the sizes that were all tried does. */
        public boolean proven() {
            return size() <= exhausted + 1;
        }

        /** How many sets of the size that was found there are. */
        public long ofSize() {
            return count(behaviours, size());
        }
    }

    private final List<Integer> all;
    private final int most;
    private final Margins margins;
    private final BooleanSupplier cancelled;
    private int exhausted;
    private int tried;

    private SmallestSets(List<Integer> all, int most, Margins margins, BooleanSupplier cancelled) {
        this.all = all;
        this.most = most;
        this.margins = margins;
        this.cancelled = cancelled;
    }

    /**
     * @param readable which behaviours can be removed
     * @param most sets that are tried for being all of a size; single behaviours are in any case
     * @param cancelled called now and then
     * @return empty where it was cancelled
     */
    public static Optional<Found> find(boolean[] readable, int most, Margins margins, BooleanSupplier cancelled) {
        List<Integer> all = IntStream.range(0, readable.length)
                .filter(j -> readable[j])
                .boxed()
                .toList();
        SmallestSets search = new SmallestSets(all, most, margins, cancelled);
        List<List<Integer>> found = search.search();
        return cancelled.getAsBoolean()
                ? Optional.empty()
                : Optional.of(new Found(found, all.size(), search.exhausted, search.tried));
    }

    private List<List<Integer>> search() {
        for (int size = 1; size <= all.size(); size++) {
            if (size > 1 && tried + count(all.size(), size) > most) {
                break;
            }
            List<List<Integer>> across = across(sets(all, size));
            if (cancelled.getAsBoolean()) {
                return List.of();
            }
            exhausted = size;
            if (!across.isEmpty()) {
                return across;
            }
        }
        return all.size() <= exhausted ? List.of() : greedy();
    }

    /** Those of some sets that cross, the furthest first. */
    private List<List<Integer>> across(List<List<Integer>> sets) {
        record Crossing(List<Integer> set, double margin) {}

        List<Crossing> across = new ArrayList<>();
        for (int from = 0; from < sets.size() && !cancelled.getAsBoolean(); from += PIECE) {
            List<List<Integer>> piece = sets.subList(from, Math.min(sets.size(), from + PIECE));
            double[] measured = measured(piece);
            for (int i = 0; i < measured.length; i++) {
                if (measured[i] > 0) {
                    across.add(new Crossing(piece.get(i), measured[i]));
                }
            }
        }
        across.sort(Comparator.comparingDouble(each -> -each.margin()));
        return across.stream().map(Crossing::set).toList();
    }

    private double[] measured(List<List<Integer>> sets) {
        tried += sets.size();
        return margins.without(sets);
    }

    /** Adds in each step the removal that goes furthest. */
    private List<List<Integer>> greedy() {
        List<Integer> removed = new ArrayList<>();
        while (removed.size() < Math.min(MAX_STEPS, all.size()) && !cancelled.getAsBoolean()) {
            List<List<Integer>> more = all.stream()
                    .filter(j -> !removed.contains(j))
                    .map(j -> with(removed, j))
                    .toList();
            double[] measured = measured(more);
            int best = 0;
            for (int i = 1; i < measured.length; i++) {
                best = measured[i] > measured[best] ? i : best;
            }
            removed.add(more.get(best).get(removed.size()));
            if (measured[best] > 0) {
                return List.of(needed(removed, this::measured));
            }
        }
        return List.of();
    }

    /** Puts back what is not needed, beginning with the first one that was removed. */
    public static List<Integer> needed(List<Integer> removed, Margins margins) {
        List<Integer> kept = new ArrayList<>(removed);
        for (int j : removed) {
            List<Integer> fewer = kept.stream().filter(i -> i != j).toList();
            if (!fewer.isEmpty() && margins.without(List.of(fewer))[0] > 0) {
                kept.remove(Integer.valueOf(j));
            }
        }
        return kept.stream().sorted().toList();
    }

    private static List<Integer> with(List<Integer> removed, int one) {
        List<Integer> more = new ArrayList<>(removed);
        more.add(one);
        return more;
    }

    /** How many sets of a size there are. */
    private static long count(int of, int size) {
        long count = 1;
        for (int i = 0; i < size; i++) {
            count = count * (of - i) / (i + 1);
        }
        return count;
    }

    /** What is left to read of some behaviours. */
    public static boolean[] without(boolean[] readable, List<Integer> removed) {
        boolean[] kept = readable.clone();
        removed.forEach(j -> kept[j] = false);
        return kept;
    }

    /** All sets of a size, in ascending order. */
    public static List<List<Integer>> sets(List<Integer> of, int size) {
        List<List<Integer>> sets = new ArrayList<>();
        extend(of, size, 0, List.of(), sets);
        return sets;
    }

    private static void extend(List<Integer> of, int size, int from, List<Integer> begun, List<List<Integer>> sets) {
        if (begun.size() == size) {
            sets.add(begun);
            return;
        }
        for (int i = from; i <= of.size() - (size - begun.size()); i++) {
            extend(of, size, i + 1, with(begun, of.get(i)), sets);
        }
    }
}
