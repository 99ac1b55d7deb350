package dev.interestlens.measurement.quality;

import dev.interestlens.data.protocol.Catalogue;
import dev.interestlens.metric.KeptRanking.Counts;
import dev.interestlens.metric.KeptRanking.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** How true items stand among parts of the catalogue, one after the other, counted while it is ranked. */
final class GroupCounts {
    private final long[] events;
    private final int[] categories;
    private final List<Entry> popular = new ArrayList<>();
    private final List<Entry> met = new ArrayList<>();
    private final List<Entry> similar = new ArrayList<>();

    GroupCounts(Catalogue catalogue) {
        events = catalogue.events();
        categories = catalogue.firstCategories();
    }

    /** The candidates beside one true item. */
    private static final class Entry {
        private long all;
        private long better;
        private long equal;

        void add(long weight, float score, float truth) {
            all += weight;
            better += score > truth ? weight : 0;
            equal += score == truth ? weight : 0;
        }
    }

    /**
     * Adds a true item.
     *
     * @param open what is ranked
     */
    void add(float[] scores, int truth, boolean[] open) {
        Entry weighed = new Entry();
        Entry before = new Entry();
        Entry alike = new Entry();
        for (int place = 0; place < scores.length; place++) {
            if (place == truth) {
                continue;
            }
            if (open[place]) {
                weighed.add(events[place], scores[place], scores[truth]);
                boolean same = categories != null && categories[place] == categories[truth];
                alike.add(same ? 1 : 0, scores[place], scores[truth]);
            } else {
                before.add(1, scores[place], scores[truth]);
            }
        }
        popular.add(weighed);
        met.add(before);
        similar.add(alike);
    }

    Groups groups() {
        return new Groups(counts(popular), counts(met), categories == null ? null : counts(similar));
    }

    private static Counts counts(List<Entry> of) {
        return new Counts(
                longs(of, entry -> entry.all), longs(of, entry -> entry.better), longs(of, entry -> entry.equal));
    }

    private static long[] longs(List<Entry> of, ToLongFunction<Entry> number) {
        return of.stream().mapToLong(number).toArray();
    }
}
