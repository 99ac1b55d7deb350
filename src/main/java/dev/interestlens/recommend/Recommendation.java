package dev.interestlens.recommend;

import dev.interestlens.explain.effect.Standing;
import dev.interestlens.explain.look.Item;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The recommendations for one person, as texts and numbers.
 *
 * @param at {@code next} where everything in the log is read, {@code test} before the last test event
 * @param entries best first; empty where nothing passes the filter
 * @param sentence the common causes of the list, where that was requested
 * @param truth the item that really came next, where it is known
 */
public record Recommendation(
        Person person, String at, List<Entry> entries, Optional<ListSentence> sentence, Optional<Truth> truth) {
    /** Number of reasons for each item. */
    public static final int REASONS = 3;

    /**
     * One place of the list.
     *
     * @param rank in the list, from 1
     * @param score between 0 and 1; comparable within one list only
     * @param popularity training events of the item
     * @param reasons behaviours that raise its score most, the largest Effect first; empty where they were not requested
     * @param leads whether the item or the history does more, where reasons were requested
     */
    public record Entry(
            int rank,
            Item item,
            double score,
            double logit,
            int popularity,
            List<Reason> reasons,
            Optional<Standing.Lead> leads) {
        public Entry {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A behaviour that raises a score.
     *
     * @param effect z(H) − z(H∖j)
     * @param byTable the part of it that comes from what followed what, the rest goes through attention; NaN where it was not asked for
     */
    public record Reason(Item item, double effect, double byTable) {}

    /**
     * The item that really came next.
     *
     * @param rank among all items that could be in the list and this one; 0 where it does not occur in training
     * @param seen whether it is in the person's past and the list excludes such items: then another item has its rank in the list
     */
    public record Truth(Item item, int rank, boolean seen) {}

    public Recommendation {
        Objects.requireNonNull(person);
        Objects.requireNonNull(at);
        entries = List.copyOf(entries);
    }

    /**
     * How lists are made.
     *
     * @param count items of a list
     * @param diversity 0 for the best scores
     * @param why whether with reasons and a sentence
     */
    public record Wish(Filter filter, int count, double diversity, boolean why) implements Serializable {}

    /** Makes one; empty where it was cancelled. */
    public static Optional<Recommendation> of(
            Recommender recommender, People people, Person person, String at, Wish wish, BooleanSupplier cancelled) {
        TopList list = recommender.top(person, wish.filter(), wish.count(), wish.diversity(), Recommender.all(person));
        Optional<LeaveOneOut> removals = Optional.empty();
        if (wish.why()) {
            int near = Math.max(LeaveOneOut.NEAR, 2 * wish.count());
            removals = LeaveOneOut.of(recommender, list, near, cancelled);
            if (removals.isEmpty()) {
                return Optional.empty();
            }
        }
        Optional<ListLeads> leads = removals.map(any -> new ListLeads(recommender, list));
        List<Entry> entries = new ArrayList<>();
        for (int place : list.chosen()) {
            entries.add(new Entry(
                    entries.size() + 1,
                    people.item(recommender.catalogue().item(place)),
                    list.score(place),
                    list.logits()[place],
                    recommender.events(place),
                    removals.map(each -> reasons(person, each, place, j -> byTable(recommender, list, place, j)))
                            .orElse(List.of()),
                    leads.map(each -> each.of(place))));
        }
        return Optional.of(new Recommendation(
                person,
                at,
                entries,
                removals.map(each -> ListSentence.of(recommender, list, each, () -> false)),
                truth(recommender, people, list)));
    }

    private static double byTable(Recommender recommender, TopList list, int place, int behaviour) {
        double[] parts = recommender
                .scorer()
                .byTable(
                        list.person().batch(),
                        List.of(list.readable(), LeaveOneOut.without(list.readable(), behaviour)),
                        place);
        return parts[0] - parts[1];
    }

    /** The behaviours that raise an item most, without the parts of their Effects. */
    public static List<Reason> reasons(Person person, LeaveOneOut removals, int place) {
        return reasons(person, removals, place, j -> Double.NaN);
    }

    private static List<Reason> reasons(Person person, LeaveOneOut removals, int place, IntToDoubleFunction byTable) {
        int at = removals.indexOf(place);
        if (at < 0) {
            return List.of();
        }
        return IntStream.range(0, removals.behaviours())
                .filter(j -> removals.effect(j, at) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -removals.effect(j, at)))
                .limit(REASONS)
                .map(j -> new Reason(person.history().get(j).item(), removals.effect(j, at), byTable.applyAsDouble(j)))
                .toList();
    }

    private static Optional<Truth> truth(Recommender recommender, People people, TopList list) {
        int truth = list.person().truth();
        if (truth < 0) {
            return Optional.empty();
        }
        boolean known = recommender.samples().warm(truth) || list.filter().cold();
        int rank = known ? list.rank(recommender.catalogue().place(truth)) : 0;
        boolean seen = !list.filter().seen() && list.person().met().contains(truth);
        return Optional.of(new Truth(people.item(truth), rank, seen));
    }
}
