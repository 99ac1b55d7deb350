package dev.interestlens.explain.look;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.Schema;
import dev.interestlens.data.protocol.SampleSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Candidates to compare with one: of the same category, chosen by the same users, and random ones. Reads only a bounded part of a large data set. The
 * same candidate has the same others.
 */
final class OtherCandidates {
    private static final int EACH = 3;
    private static final int MAX_ITEMS = 200_000;
    private static final int MAX_EVENTS = 200_000;
    private static final int TRIES = 200;

    private final SampleSet samples;
    private final PreparedDataset data;
    private final int candidate;
    private final Random random;
    private final Set<Integer> taken = new HashSet<>();

    OtherCandidates(SampleSet samples, int user, int candidate) {
        this.samples = samples;
        this.data = samples.data();
        this.candidate = candidate;
        this.random = new Random(31L * user + candidate);
        taken.add(candidate);
    }

    List<Impression.Other> find(IntFunction<Item> item) {
        List<Impression.Other> others = new ArrayList<>();
        sameCategory().forEach(i -> others.add(new Impression.Other(item.apply(i), Impression.Kind.SAME_CATEGORY)));
        together().forEach(i -> others.add(new Impression.Other(item.apply(i), Impression.Kind.TOGETHER)));
        anywhere().forEach(i -> others.add(new Impression.Other(item.apply(i), Impression.Kind.RANDOM)));
        return others;
    }

    private List<Integer> sameCategory() {
        List<Integer> found = new ArrayList<>();
        if (!data.schema().hasCategory() || candidate < Field.FIRST) {
            return found;
        }
        int category = data.itemField(Schema.CATEGORY, candidate, 0);
        int start = random.nextInt(data.items());
        for (int i = 0; i < Math.min(data.items(), MAX_ITEMS) && found.size() < EACH; i++) {
            int item = Field.FIRST + (start + i) % data.items();
            if (data.itemField(Schema.CATEGORY, item, 0) == category && free(item)) {
                found.add(item);
            }
        }
        return found;
    }

    /** Items that occur most often together with the candidate in the sequences of other users. */
    private List<Integer> together() {
        Map<Integer, Integer> counts = new HashMap<>();
        int start = random.nextInt(data.users());
        long seen = 0;
        for (int i = 0; i < data.users() && seen < MAX_EVENTS; i++) {
            int user = (start + i) % data.users();
            long first = data.firstEvent(user);
            long end = data.endEvent(user);
            seen += end - first;
            if (holds(first, end)) {
                for (long event = first; event < end; event++) {
                    counts.merge(data.eventItem(event), 1, Integer::sum);
                }
            }
        }
        List<Integer> found = new ArrayList<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .mapToInt(Map.Entry::getKey)
                .filter(this::warm)
                .filter(item -> !taken.contains(item))
                .limit(EACH)
                .forEach(found::add);
        taken.addAll(found);
        return found;
    }

    private boolean holds(long first, long end) {
        return data.contains(first, end, candidate);
    }

    private List<Integer> anywhere() {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < TRIES && found.size() < EACH; i++) {
            int item = Field.FIRST + random.nextInt(data.items());
            if (free(item)) {
                found.add(item);
            }
        }
        return found;
    }

    private boolean free(int item) {
        return warm(item) && taken.add(item);
    }

    private boolean warm(int item) {
        return samples.warm(item);
    }
}
