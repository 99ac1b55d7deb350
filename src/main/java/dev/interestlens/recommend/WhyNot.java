package dev.interestlens.recommend;

import dev.interestlens.explain.effect.SmallestSets;
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
    public static final int MAX_STEPS = SmallestSets.MAX_STEPS;

    private static final int NEAR = 54;
    private static final int NEAR_ONE_BY_ONE = 22;
    /** Sets times items near the list's end that are scored for all sets of a size: all pairs of seventy behaviours, all sets of three of 24. */
    private static final int MAX_SCORED = 160_000;

    private static final int LIKELIEST = 8;
    private static final int ROUNDS = 8;
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

        Answer provenIf(boolean proven) {
            return new Answer(place, rank, removed, after, proven);
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
        if (scorer().removesTogether()) {
            return SmallestSets.find(list.readable(), MAX_SCORED / (near.size() + 1), this::margins, cancelled)
                    .flatMap(found -> verified(found.sets()).map(answer -> proven(answer, found)));
        }
        return searchOneByOne();
    }

    /**
     * What does not enter among a few items does not enter among all; but it may leave among all because of an item that is not near. So a pair that
     * leaves is proven to be smallest by scoring the whole catalogue without each single behaviour, and larger sets are not proven.
     */
    private Answer proven(Answer answer, SmallestSets.Found found) {
        int size = answer.removed().size();
        if (enter || size == 1 || !found.proven()) {
            return answer.provenIf(found.proven());
        }
        if (size > 2) {
            return answer.provenIf(false);
        }
        List<List<Integer>> singles = singles();
        Optional<Answer> one = singles.stream()
                .takeWhile(single -> !cancelled.getAsBoolean())
                .map(this::checked)
                .flatMap(Optional::stream)
                .findFirst();
        return one.orElse(answer).provenIf(true);
    }

    private List<List<Integer>> singles() {
        return IntStream.range(0, list.readable().length)
                .filter(j -> list.readable()[j])
                .mapToObj(List::of)
                .toList();
    }

    /** Where a removal costs as much as a score: single ones, pairs of the likeliest, then one more at a time. */
    private Optional<Answer> searchOneByOne() {
        List<List<Integer>> singles = singles();
        if (singles.isEmpty() || cancelled.getAsBoolean()) {
            return Optional.empty();
        }
        double[] margins = margins(singles);
        List<List<Integer>> alone = across(singles, margins);
        Optional<Answer> one = verified(alone).map(answer -> answer.provenIf(true));
        if (one.isPresent() || cancelled.getAsBoolean()) {
            return one;
        }
        List<Integer> likeliest = IntStream.range(0, singles.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -margins[i]))
                .map(i -> singles.get(i).get(0))
                .toList();
        List<List<Integer>> pairs = SmallestSets.sets(likeliest.subList(0, Math.min(LIKELIEST, likeliest.size())), 2);
        Optional<Answer> two =
                verified(across(pairs, margins(pairs))).map(answer -> answer.provenIf(enter && alone.isEmpty()));
        if (two.isPresent() || cancelled.getAsBoolean()) {
            return two;
        }
        List<List<Integer>> many = List.of(SmallestSets.needed(inOrder(likeliest), this::margins));
        return verified(across(many, margins(many)));
    }

    private static List<List<Integer>> across(List<List<Integer>> sets, double[] margins) {
        return IntStream.range(0, margins.length)
                .filter(i -> margins[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -margins[i]))
                .map(sets::get)
                .toList();
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

    /** The first of some sets that crosses on the whole catalogue, too. */
    private Optional<Answer> verified(List<List<Integer>> sets) {
        return sets.stream()
                .limit(CHECKED)
                .map(this::checked)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Scores the whole catalogue without some behaviours; items that come in between are near from now on. */
    private Optional<Answer> checked(List<Integer> set) {
        float[] logits = recommender.logits(list.person(), SmallestSets.without(list.readable(), set));
        FullRanking.Rank rank = FullRanking.rank(logits, place, list.open());
        int after = rank.better() + rank.tied();
        if (after <= list.size() == enter) {
            List<Integer> removed = new ArrayList<>(set);
            Collections.sort(removed);
            return Optional.of(new Answer(place, list.rank(place), removed, after, false));
        }
        Arrays.stream(FullRanking.best(logits, list.open(), list.size()))
                .filter(other -> other != place)
                .forEach(near::add);
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
                        list.person().batch(),
                        sets.stream()
                                .map(set -> SmallestSets.without(list.readable(), set))
                                .toList(),
                        places);
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

    private CatalogueScorer scorer() {
        return recommender.scorer();
    }
}
