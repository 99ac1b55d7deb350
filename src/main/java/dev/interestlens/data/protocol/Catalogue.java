package dev.interestlens.data.protocol;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.data.protocol.draw.Mix;
import dev.interestlens.data.protocol.draw.Permutation;
import dev.interestlens.store.ArrayFill;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The task of a recommender: for each true item of a part, rank every item that occurs in training and not in the user's past. Items are given by
 * their index among the warm ones, in the order of their ids.
 */
public final class Catalogue {
    private static final long USERS = 11;

    private final SampleSet samples;
    private final PreparedDataset data;
    private final int[] items;
    private final int[] places;
    private final boolean repeats;

    /**
     * One true item.
     *
     * @param user number of the user
     * @param position of the item in the user's sequence
     * @param truth its place in the catalogue
     */
    public record Query(int user, int position, int truth) {}

    /**
     * The queries of a part.
     *
     * @param users users with a query
     * @param ofUsers users of the part with a warm true item
     * @param cold true items that no training event has, which are left out
     */
    public record Queries(List<Query> all, int users, int ofUsers, int cold) {}

    /** Of the items that occur in training. */
    public Catalogue(SampleSet samples) {
        this(samples, Repeats.AUTO);
    }

    /** The same with another rule for items that a user has met before. */
    public Catalogue(SampleSet samples, Repeats rule) {
        this(samples, rule, item -> samples.trainingEvents(item) > 0);
    }

    /** Of every item, including those that do not occur in training. */
    public static Catalogue whole(SampleSet samples) {
        return new Catalogue(samples, Repeats.AUTO, item -> true);
    }

    private Catalogue(SampleSet samples, Repeats rule, IntPredicate chosen) {
        this.samples = samples;
        repeats = samples.repeats(rule) == Repeats.ALL;
        data = samples.data();
        places = new int[data.items() + Field.FIRST];
        Arrays.fill(places, -1);
        items = IntStream.range(Field.FIRST, places.length).filter(chosen).toArray();
        for (int place = 0; place < items.length; place++) {
            places[items[place]] = place;
        }
    }

    /** Number of items. */
    public int size() {
        return items.length;
    }

    /** Id of the item with an index. */
    public int item(int place) {
        return items[place];
    }

    /** The index of an item, or −1 where it is not among them. */
    public int place(int item) {
        return item < Field.FIRST ? -1 : places[item];
    }

    /** All items as the candidates of a batch with empty histories. */
    public RawBatch batch() {
        return samples.custom(new int[0], new long[0], 0, items);
    }

    /**
     * True items of a part: of all its users, or of at most {@code most} users drawn at random, the same ones for the same seed. Where something is left
     * out they are drawn among the users of all rows, too, and those whose true items are left out are missing.
     */
    public Queries queries(Part part, int most) {
        List<Query> all = asked(samples, part);
        int cold = (int) all.stream().filter(query -> query.truth() < 0).count();
        cold = Math.max(cold, samples.coldTargets(part).size());
        all.removeIf(this::leftOut);
        int known = users(all).length;
        int[] users = samples.omission().any() ? users(asked(samples.whole(), part)) : users(all);
        if (users.length <= most) {
            return new Queries(all, known, known, cold);
        }
        Permutation order = new Permutation(users.length, Mix.place(samples.seed(), -USERS, 0));
        boolean[] drawn = new boolean[data.users()];
        for (int i = 0; i < most; i++) {
            drawn[users[order.at(i)]] = true;
        }
        all.removeIf(query -> !drawn[query.user()]);
        return new Queries(all, users(all).length, known, cold);
    }

    private List<Query> asked(SampleSet of, Part part) {
        List<Query> asked = new ArrayList<>();
        int group = of.group(part);
        float[] labels = of.labels(part);
        for (int row = 0; row < labels.length; row += group) {
            if (labels[row] == 1) {
                Sample sample = of.sample(part, row);
                asked.add(new Query(sample.user(), sample.position(), places[sample.candidate()]));
            }
        }
        return asked;
    }

    /** Whether nothing is ranked: the true item is not known, or the user has met it before, where that does not count. */
    private boolean leftOut(Query query) {
        return query.truth() < 0 || !repeats && repeated(query);
    }

    private int[] users(List<Query> queries) {
        return queries.stream()
                .filter(query -> !leftOut(query))
                .mapToInt(Query::user)
                .distinct()
                .toArray();
    }

    /** The query's history, user and context as the only sample of a batch. */
    public RawBatch sample(Query query) {
        return samples.single(query.user(), query.position(), new int[] {items[query.truth()]});
    }

    /** Whether the true item is in the user's past. */
    public boolean repeated(Query query) {
        return repeated(new Target(query.user(), query.position()));
    }

    private boolean repeated(Target target) {
        long first = data.firstEvent(target.user());
        return data.contains(first, first + target.position(), data.eventItem(first + target.position()));
    }

    /** Which items are ranked: those not in the user's past, and the true one; all where repeats count. */
    public boolean[] open(Query query) {
        boolean[] open = open(new Target(query.user(), query.position()));
        open[query.truth()] = true;
        return open;
    }

    /** Which items are ranked beside a target that is none of them. */
    public boolean[] open(Target target) {
        boolean[] open = ArrayFill.flags(items.length, every -> true);
        for (int place : repeats ? new int[0] : past(target)) {
            open[place] = false;
        }
        return open;
    }

    /** Targets whose item no training event has, under the same rule for repeats as {@link #queries}: at most so many, the first of the part. */
    public List<Target> cold(Part part, int most) {
        return samples.coldTargets(part).stream()
                .filter(target -> repeats || !repeated(target))
                .limit(most)
                .toList();
    }

    /** A target with its history, user and context as the only sample of a batch. */
    public RawBatch sample(Target target) {
        int item = data.eventItem(data.firstEvent(target.user()) + target.position());
        return samples.single(target.user(), target.position(), new int[] {item});
    }

    /** The user's past items, oldest first; cold items are left out. */
    public int[] past(Query query) {
        return past(new Target(query.user(), query.position()));
    }

    private int[] past(Target target) {
        long first = data.firstEvent(target.user());
        return IntStream.range(0, target.position())
                .map(k -> places[data.eventItem(first + k)])
                .filter(place -> place >= 0)
                .toArray();
    }

    /** Training events of each item. */
    public long[] events() {
        return Arrays.stream(items).mapToLong(samples::trainingEvents).toArray();
    }

    /** Scores by popularity, the same for all users. */
    public float[] popularity() {
        int[] read = samples.readEvents();
        return ArrayFill.floats(items.length, place -> read[items[place]]);
    }

    /** Scores of a simple scorer. */
    public float[] neighbours(Neighbours scorer, Query query) {
        return new NeighbourScores(samples, scorer).of(this, query);
    }

    /** Categories of each item, each once; null where items have none. */
    public int[][] categories() {
        if (!data.schema().hasCategory()) {
            return null;
        }
        int width = data.schema().itemFields().get(Schema.CATEGORY).width();
        return Arrays.stream(items)
                .mapToObj(item -> IntStream.range(0, width)
                        .map(k -> data.itemField(Schema.CATEGORY, item, k))
                        .filter(category -> category >= Field.FIRST)
                        .distinct()
                        .toArray())
                .toArray(int[][]::new);
    }

    /** The first category of each item, by which negatives of the same category are drawn; null where items have none. */
    public int[] firstCategories() {
        return data.schema().hasCategory()
                ? Arrays.stream(items)
                        .map(item -> data.itemField(Schema.CATEGORY, item, 0))
                        .toArray()
                : null;
    }
}
