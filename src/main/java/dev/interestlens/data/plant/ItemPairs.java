package dev.interestlens.data.plant;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.Schema;
import dev.interestlens.store.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The items of a planting: of middling popularity, each in one pair only, those of a pair without a category in common. */
final class ItemPairs {
    private static final int MIN_PAIRS = 3;
    private static final int MAX_PAIRS = 12;

    /** Fewer users to a pair do not teach it: a model sees each effect of a pair only some thirty times in training. */
    private static final int USERS_A_PAIR = 15;

    private static final double LOW = 0.4;
    private static final double HIGH = 0.8;
    private static final int ATTEMPTS = 2000;

    /** Numbers of events of items between the 40th and the 80th percentile of events. */
    record Middling(int low, int high) {
        boolean holds(int count) {
            return count >= low && count <= high;
        }
    }

    /** Items that must come before, in order, and the one that then happens. */
    record Pair(List<Integer> causes, int effect) {}

    private final PreparedDataset data;
    private final int count;
    private final int width;

    private ItemPairs(PreparedDataset data, int count) {
        this.data = data;
        this.count = count;
        width = data.schema().itemFields().get(Schema.CATEGORY).width();
    }

    /**
     * Pairs with so many causes each, the more the more users get them.
     *
     * @throws dev.interestlens.store.ProblemException of kind BAD_INPUT where the log has too few such items
     */
    static List<Pair> draw(PreparedDataset data, LogItems log, int causes, int users, SplittableRandom random) {
        int count = Math.max(MIN_PAIRS, Math.min(MAX_PAIRS, users / USERS_A_PAIR));
        return new ItemPairs(data, count).draw(middling(log, data), causes, random);
    }

    /** The popularity of the items that are planted. */
    static Middling popularity(PreparedDataset data, LogItems log) {
        List<Integer> items = middling(log, data);
        return items.isEmpty()
                ? new Middling(0, Integer.MAX_VALUE)
                : new Middling(log.count(items.get(0)), log.count(items.get(items.size() - 1)));
    }

    /** Items between the 40th and the 80th percentile of events, from the least popular one on. */
    private static List<Integer> middling(LogItems log, PreparedDataset data) {
        List<Integer> all = IntStream.range(Field.FIRST, data.items() + Field.FIRST)
                .boxed()
                .sorted(Comparator.comparing(log::count))
                .toList();
        List<Integer> kept = new ArrayList<>();
        double events = 0;
        for (int item : all) {
            events += log.count(item);
            if (events >= LOW * data.events() && events <= HIGH * data.events()) {
                kept.add(item);
            }
        }
        return kept;
    }

    private List<Pair> draw(List<Integer> from, int causes, SplittableRandom random) {
        List<Integer> free = new ArrayList<>(from);
        List<Pair> pairs = new ArrayList<>();
        for (int attempt = 0; attempt < ATTEMPTS && pairs.size() < count && free.size() > causes; attempt++) {
            List<Integer> items = new ArrayList<>();
            while (items.size() <= causes) {
                int item = free.get(random.nextInt(free.size()));
                if (!items.contains(item)) {
                    items.add(item);
                }
            }
            if (apart(items)) {
                free.removeAll(items);
                pairs.add(new Pair(List.copyOf(items.subList(0, causes)), items.get(causes)));
            }
        }
        if (pairs.size() < count) {
            throw Problem.badInput(Planting.class, "fewItems")
                    .with("found", from.size())
                    .exception("needed", count * (causes + 1));
        }
        return pairs;
    }

    private boolean apart(List<Integer> items) {
        List<Integer> seen = new ArrayList<>();
        for (int item : items) {
            List<Integer> own = IntStream.range(0, width)
                    .map(k -> data.itemField(Schema.CATEGORY, item, k))
                    .filter(category -> category >= Field.FIRST)
                    .boxed()
                    .toList();
            if (own.stream().anyMatch(seen::contains)) {
                return false;
            }
            seen.addAll(own);
        }
        return true;
    }
}
