package dev.interestlens.recommend;

import dev.interestlens.metric.FullRanking;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * The best items of a sample of users, always the same users: with which a person's list is compared. They do not depend on that person, so each user
 * is ranked once a filter.
 */
public final class SampleLists {
    private final Recommender recommender;
    private final People people;
    private final int[] users;
    private final Map<Integer, int[]> best = new HashMap<>(); // by user
    private Filter filter;
    private int count;

    /** @param size users of the sample, where there are so many */
    public SampleLists(Recommender recommender, People people, int size) {
        this.recommender = recommender;
        this.people = people;
        int all = recommender.samples().data().users();
        users = new Random(7).ints(0, all).distinct().limit(Math.min(size, all)).toArray();
    }

    /**
     * Who else gets a list.
     *
     * @param users of the sample
     * @param same how many of them get the same items, in any order
     * @param shared how many items of the list a user of the sample gets on average
     */
    public record Sharing(int users, int same, double shared) {}

    /**
     * Holds a list against as long ones of the other users under the same filter.
     *
     * @return with fewer users where it was cancelled
     */
    public Sharing sharing(TopList list, BooleanSupplier cancelled) {
        if (!list.filter().equals(filter) || list.size() != count) {
            best.clear();
            filter = list.filter();
            count = list.size();
        }
        int held = 0;
        int same = 0;
        long shared = 0;
        for (int user : users) {
            if (user == list.person().user()) {
                continue;
            }
            if (!best.containsKey(user) && !rank(user, cancelled)) {
                break;
            }
            long common = Arrays.stream(best.get(user))
                    .filter(place -> list.indexOf(place) >= 0)
                    .count();
            held++;
            shared += common;
            same += common == count && count > 0 ? 1 : 0;
        }
        return new Sharing(held, same, held == 0 ? 0 : (double) shared / held);
    }

    /** False where it was cancelled. */
    private boolean rank(int user, BooleanSupplier cancelled) {
        Person other = people.next(user);
        Optional<float[]> logits = recommender.logits(other, Recommender.all(other), cancelled);
        logits.ifPresent(each -> best.put(user, FullRanking.best(each, recommender.open(other, filter), count)));
        return logits.isPresent();
    }
}
