package dev.interestlens.data.protocol;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.Schema;
import dev.interestlens.data.protocol.draw.Mix;
import dev.interestlens.metric.SortedSearch;
import java.util.BitSet;

/** The items that occur in training, how often, and by first category. */
final class Warm {

    private final int[] counts;
    private final BitSet warm = new BitSet();
    private final int[] items;
    private final long[] upTo;
    private final int[] categoryStarts;
    private final int[] byCategory;

    /**
     * @param seen how many of each user's first events are training events
     * @param shownBefore impressions before this time are training rows too, so that their items are warm
     */
    Warm(PreparedDataset data, int[] seen, long shownBefore) {
        counts = new int[data.items() + Field.FIRST];
        for (int u = 0; u < seen.length; u++) {
            long first = data.firstEvent(u);
            for (int k = 0; k < seen[u]; k++) {
                counts[data.eventItem(first + k)]++;
            }
        }
        for (int item = 0; item < counts.length; item++) {
            warm.set(item, counts[item] > 0);
        }
        data.impressions().ifPresent(shown -> {
            for (long row = 0; row < shown.size(); row++) {
                if (shown.time(row) < shownBefore) {
                    warm.set(shown.item(row));
                }
            }
        });
        int n = warm.cardinality();
        items = new int[n];
        upTo = new long[n];
        long sum = 0;
        int at = 0;
        for (int item = 0; item < counts.length; item++) {
            if (warm.get(item)) {
                sum += counts[item];
                items[at] = item;
                upTo[at++] = sum;
            }
        }
        boolean categories = data.schema().hasCategory();
        int size = categories ? data.schema().itemFields().get(Schema.CATEGORY).size() : 1;
        categoryStarts = new int[size + 1];
        byCategory = new int[n];
        for (int item : items) {
            categoryStarts[category(data, item) + 1]++;
        }
        for (int c = 0; c < size; c++) {
            categoryStarts[c + 1] += categoryStarts[c];
        }
        int[] next = categoryStarts.clone();
        for (int item : items) {
            byCategory[next[category(data, item)]++] = item;
        }
    }

    private static int category(PreparedDataset data, int item) {
        return data.schema().hasCategory() ? data.itemField(Schema.CATEGORY, item, 0) : 0;
    }

    boolean has(int item) {
        return warm.get(item);
    }

    /** Training events of an item. */
    int count(int item) {
        return counts[item];
    }

    int size() {
        return items.length;
    }

    /** The k-th warm item. */
    int item(int k) {
        return items[k];
    }

    int uniform(long draw) {
        return items[Mix.below(draw, items.length)];
    }

    int popular(long draw) {
        long wanted = Mix.below(draw, upTo[upTo.length - 1]);
        return items[SortedSearch.first(0, upTo.length - 1, place -> upTo[place] > wanted)];
    }

    /** An item of the category, or any where the category has no warm one. */
    int ofCategory(long draw, int category) {
        int from = category + 1 < categoryStarts.length ? categoryStarts[category] : 0;
        int count = category + 1 < categoryStarts.length ? categoryStarts[category + 1] - from : 0;
        return count == 0 ? uniform(draw) : byCategory[from + Mix.below(draw, count)];
    }
}
