package dev.interestlens.recommend;

import dev.interestlens.metric.FullRanking;
import dev.interestlens.model.CatalogueScorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Common causes of a whole list: behaviours whose Effect on its items is larger than on the items that follow, since a behaviour that raises every
 * item does not explain a list. Whether they carry the list is measured: removing them together must remove more of its items than nearly every
 * removal of as many others.
 */
public final class ListCauses {
    /** Number of items behind the list with which it is compared. */
    static final int BEHIND = 200;

    private static final int NAMED = 3;
    private static final int DRAWS = 40;
    private static final double QUANTILE = 0.95;
    private static final double SHARE_OF_FIRST = 0.3;
    private static final double SHARE_OF_MAX = 0.9;

    private final Recommender recommender;
    private final TopList list;
    private final double[] contrast;
    private final BooleanSupplier cancelled;

    /**
     * @param removals at least of the list's items, and of those behind it
     * @param cancelled asked between removals
     */
    public ListCauses(Recommender recommender, TopList list, LeaveOneOut removals, BooleanSupplier cancelled) {
        this.recommender = recommender;
        this.list = list;
        this.cancelled = cancelled;
        contrast = contrast(list, removals);
    }

    private static double[] contrast(TopList list, LeaveOneOut removals) {
        double[] contrast = new double[removals.behaviours()];
        int[] behind = IntStream.range(0, Math.min(BEHIND, removals.places().length))
                .filter(i -> list.indexOf(removals.places()[i]) < 0)
                .toArray();
        int[] inside = Arrays.stream(list.chosen())
                .map(removals::indexOf)
                .filter(i -> i >= 0)
                .toArray();
        for (int j = 0; j < contrast.length; j++) {
            contrast[j] = mean(removals, j, inside) - mean(removals, j, behind);
        }
        return contrast;
    }

    private static double mean(LeaveOneOut removals, int behaviour, int[] items) {
        return Arrays.stream(items)
                .mapToDouble(i -> removals.effect(behaviour, i))
                .average()
                .orElse(0);
    }

    /**
     * The result of removing behaviours together.
     *
     * @param removed positions, the largest contrast first
     * @param left how many items of the list are not in it without them, on the whole catalogue
     * @param random how many leave on average when as many others are removed
     * @param ordinary the 95th percentile of that
     * @param fallen the item whose rank falls most, as a place in the catalogue
     * @param from its rank before
     * @param to its rank after
     */
    public record Removed(List<Integer> removed, int left, double random, int ordinary, int fallen, int from, int to) {
        public Removed {
            removed = List.copyOf(removed);
        }

        /** Whether more items leave than under nearly every removal of as many others. */
        public boolean carries() {
            return left > ordinary;
        }
    }

    /**
     * The fewest behaviours with most of the effect of the first three, or, where none carries the list, all that were tried; none without a history.
     *
     * @throws CancellationException where it was cancelled
     */
    public List<Removed> found() {
        List<Integer> first = first();
        List<Removed> tried = new ArrayList<>();
        for (int size = 1; size <= first.size(); size++) {
            tried.add(measure(first.subList(0, size)));
        }
        List<Removed> carrying = tried.stream().filter(Removed::carries).toList();
        int most = carrying.stream().mapToInt(Removed::left).max().orElse(0);
        return carrying.isEmpty()
                ? tried
                : carrying.stream()
                        .filter(each -> each.left() >= SHARE_OF_MAX * most)
                        .limit(1)
                        .toList();
    }

    private List<Integer> first() {
        List<Integer> order = IntStream.range(0, contrast.length)
                .filter(j -> list.readable()[j] && contrast[j] > 0)
                .boxed()
                .sorted((a, b) -> Double.compare(contrast[b], contrast[a]))
                .limit(NAMED)
                .toList();
        return order.stream()
                .filter(j -> contrast[j] >= SHARE_OF_FIRST * contrast[order.get(0)])
                .toList();
    }

    /**
     * Removes some behaviours together, on the whole catalogue.
     *
     * @throws CancellationException where it was cancelled
     */
    public Removed measure(List<Integer> removed) {
        boolean[] kept = LeaveOneOut.without(
                list.readable(), removed.stream().mapToInt(Integer::intValue).toArray());
        float[] logits = recommender.logits(list.person(), kept, cancelled).orElseThrow(CancellationException::new);
        int[] best = FullRanking.best(logits, list.open(), list.size());
        int fallen = list.chosen()[0];
        int to = 0;
        for (int place : list.chosen()) {
            FullRanking.Rank rank = FullRanking.rank(logits, place, list.open());
            if (rank.better() + rank.tied() > to) {
                to = rank.better() + rank.tied();
                fallen = place;
            }
        }
        int[] random = random(removed.size());
        return new Removed(
                removed,
                missing(best),
                Arrays.stream(random).average().orElse(0),
                random[(int) Math.ceil(QUANTILE * random.length) - 1],
                fallen,
                list.rank(fallen),
                to);
    }

    /** How many of the best items leave in random removals of as many behaviours, sorted; among the best items only. */
    private int[] random(int size) {
        int[] near = FullRanking.best(list.logits(), list.open(), Math.max(BEHIND, 2 * list.size()));
        List<Integer> readable = new ArrayList<>();
        for (int j = 0; j < list.readable().length; j++) {
            if (list.readable()[j]) {
                readable.add(j);
            }
        }
        Random random = new Random(31L * list.person().user() + size);
        List<boolean[]> kept = new ArrayList<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            Collections.shuffle(readable, random);
            kept.add(LeaveOneOut.without(
                    list.readable(),
                    readable.stream().limit(size).mapToInt(Integer::intValue).toArray()));
        }
        boolean[] all = new boolean[near.length];
        Arrays.fill(all, true);
        return scored(kept, near).stream()
                .mapToInt(logits -> missing(Arrays.stream(FullRanking.best(logits, all, list.size()))
                        .map(i -> near[i])
                        .toArray()))
                .sorted()
                .toArray();
    }

    /** The logit of each of some items for each part of the history. */
    private List<float[]> scored(List<boolean[]> kept, int[] items) {
        CatalogueScorer scorer = recommender.scorer();
        int together = scorer.removesTogether() ? kept.size() : 1;
        List<float[]> logits = new ArrayList<>();
        for (int from = 0; from < kept.size(); from += together) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            logits.addAll(List.of(scorer.kept(list.person().batch(), kept.subList(from, from + together), items)));
        }
        return logits;
    }

    /** How many of the best by score are not among others. */
    private int missing(int[] others) {
        return (int) Arrays.stream(list.best())
                .filter(place -> Arrays.stream(others).noneMatch(other -> other == place))
                .count();
    }
}
