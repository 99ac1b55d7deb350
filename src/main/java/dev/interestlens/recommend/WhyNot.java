package dev.interestlens.recommend;

import dev.interestlens.explain.effect.SmallestChange;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.model.CatalogueScorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Searches for the fewest behaviours whose removal brings an item into a list, or removes it from the list. All single removals are tried and, where
 * many parts of a history are scored together, all pairs if there are not too many; beyond that the search is greedy and finally puts back what is
 * not needed. It scores the items near the end of the list; every answer is checked by scoring the whole catalogue, and where another item comes in
 * between, it is included and the search begins again.
 */
public final class WhyNot {
    /** The most behaviours that are removed together. */
    public static final int MAX_STEPS = 12;

    private static final int NEAR = 54;
    private static final int NEAR_ONE_BY_ONE = 22;
    private static final int MAX_PAIRS = 2_500;
    private static final int LIKELIEST = 8;
    private static final int ROUNDS = 6;
    private static final int CHECKED = 4;

    /**
     * The result.
     *
     * @param place of the item in the catalogue
     * @param rank of it before, among all that could be in the list
     * @param removed positions, as few as were found; empty where no set does it
     * @param after its rank without them, by scoring the whole catalogue
     * @param smallest whether no smaller set does it
     */
    public record Answer(int place, int rank, List<Integer> removed, int after, boolean smallest) {
        public Answer {
            removed = List.copyOf(removed);
        }

        public boolean found() {
            return !removed.isEmpty();
        }
    }

    private final Recommender recommender;
    private final TopList list;
    private final int place;
    private final boolean enter;
    private final BooleanSupplier cancelled;
    private final Set<Integer> near = new LinkedHashSet<>();

    private WhyNot(Recommender recommender, TopList list, int place, BooleanSupplier cancelled) {
        this.recommender = recommender;
        this.list = list;
        this.place = place;
        this.cancelled = cancelled;
        enter = list.rank(place) > list.size();
        int more = recommender.scorer().removesTogether() ? NEAR : NEAR_ONE_BY_ONE;
        Arrays.stream(FullRanking.best(list.logits(), list.open(), list.size() + more))
                .forEach(near::add);
        near.remove(place);
    }

    /**
     * The answer for an item that could be in the list.
     *
     * @return empty where it was cancelled
     */
    public static Optional<Answer> of(Recommender recommender, TopList list, int place, BooleanSupplier cancelled) {
        return new WhyNot(recommender, list, place, cancelled).answer();
    }

    private Optional<Answer> answer() {
        for (int round = 0; round < ROUNDS; round++) {
            int known = near.size();
            Optional<Answer> found = search();
            if (cancelled.getAsBoolean()) {
                return Optional.empty();
            }
            if (found.isPresent()) {
                return found;
            }
            if (near.size() == known) {
                break;
            }
        }
        return Optional.of(new Answer(place, list.rank(place), List.of(), list.rank(place), false));
    }

    private Optional<Answer> search() {
        List<Integer> all = IntStream.range(0, list.readable().length)
                .filter(j -> list.readable()[j])
                .boxed()
                .toList();
        if (all.isEmpty() || cancelled.getAsBoolean()) {
            return Optional.empty();
        }
        List<List<Integer>> singles = all.stream().map(List::of).toList();
        double[] margins = margins(singles);
        Optional<Answer> one = verified(singles, margins, true);
        if (one.isPresent() || cancelled.getAsBoolean()) {
            return one;
        }
        boolean together = scorer().removesTogether();
        boolean everyPair = together && all.size() * (all.size() - 1) / 2 <= MAX_PAIRS;
        List<Integer> likeliest = IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -margins[i]))
                .map(all::get)
                .toList();
        List<List<Integer>> pairs =
                SmallestChange.pairs(everyPair ? all : likeliest.subList(0, Math.min(LIKELIEST, likeliest.size())));
        Optional<Answer> two = verified(pairs, margins(pairs), true);
        if (two.isPresent() || cancelled.getAsBoolean()) {
            return two;
        }
        List<Integer> many = together ? greedy(all) : inOrder(likeliest);
        List<Integer> needed = SmallestChange.needed(many, fewer -> margins(List.of(fewer))[0] > 0);
        return verified(List.of(needed), margins(List.of(needed)), everyPair && needed.size() == 3);
    }

    /** Adds in each step the removal that goes furthest. */
    private List<Integer> greedy(List<Integer> all) {
        List<Integer> removed = new ArrayList<>();
        double margin = Double.NEGATIVE_INFINITY;
        while (removed.size() < Math.min(MAX_STEPS, all.size()) && margin <= 0 && !cancelled.getAsBoolean()) {
            List<List<Integer>> more = all.stream()
                    .filter(j -> !removed.contains(j))
                    .map(j -> SmallestChange.with(removed, j))
                    .toList();
            double[] margins = margins(more);
            int best = IntStream.range(0, margins.length)
                    .boxed()
                    .max(Comparator.comparingDouble(i -> margins[i]))
                    .orElseThrow();
            margin = margins[best];
            removed.add(more.get(best).get(removed.size()));
        }
        return removed;
    }

    /** Adds removals in the order of their effect alone. */
    private List<Integer> inOrder(List<Integer> likeliest) {
        List<List<Integer>> growing = IntStream.rangeClosed(1, Math.min(MAX_STEPS, likeliest.size()))
                .mapToObj(size -> likeliest.subList(0, size))
                .toList();
        double[] margins = margins(growing);
        return IntStream.range(0, margins.length)
                .filter(i -> margins[i] > 0)
                .mapToObj(growing::get)
                .findFirst()
                .orElse(growing.get(growing.size() - 1));
    }

    /** Checks the sets that cross the threshold on the whole catalogue, the furthest first. */
    private Optional<Answer> verified(List<List<Integer>> sets, double[] margins, boolean smallest) {
        List<Integer> across = IntStream.range(0, margins.length)
                .filter(i -> margins[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -margins[i]))
                .limit(CHECKED)
                .toList();
        for (int i : across) {
            float[] logits = recommender.logits(list.person(), without(sets.get(i)));
            FullRanking.Rank rank = FullRanking.rank(logits, place, list.open());
            int after = rank.better() + rank.tied();
            if (after <= list.size() == enter) {
                List<Integer> removed = new ArrayList<>(sets.get(i));
                Collections.sort(removed);
                return Optional.of(new Answer(place, list.rank(place), removed, after, smallest));
            }
            Arrays.stream(FullRanking.best(logits, list.open(), list.size()))
                    .filter(other -> other != place)
                    .forEach(near::add);
        }
        return Optional.empty();
    }

    /** How far the item is past the end of the list without each of some sets, among the items near it; positive if it has crossed. */
    private double[] margins(List<List<Integer>> sets) {
        if (sets.isEmpty()) {
            return new double[0];
        }
        int[] places = IntStream.concat(IntStream.of(place), near.stream().mapToInt(Integer::intValue))
                .toArray();
        float[][] logits = scorer().kept(
                        list.person().batch(), sets.stream().map(this::without).toList(), places);
        return Arrays.stream(logits).mapToDouble(this::margin).toArray();
    }

    private double margin(float[] logits) {
        float[] others = Arrays.copyOfRange(logits, 1, logits.length);
        if (others.length < list.size()) {
            return enter ? 1 : -1; // the list holds all items
        }
        Arrays.sort(others);
        double above = (double) logits[0] - others[others.length - list.size()];
        return enter ? above : above == 0 ? Float.MIN_VALUE : -above;
    }

    private boolean[] without(List<Integer> removed) {
        return LeaveOneOut.without(
                list.readable(), removed.stream().mapToInt(Integer::intValue).toArray());
    }

    private CatalogueScorer scorer() {
        return recommender.scorer();
    }
}
