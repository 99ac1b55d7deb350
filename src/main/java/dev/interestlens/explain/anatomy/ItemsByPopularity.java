package dev.interestlens.explain.anatomy;

import dev.interestlens.data.protocol.draw.Mix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Items from the least popular to the most popular one; those with as many events are in no order that means something. */
final class ItemsByPopularity {
    private final int[] items;
    private final Comparator<Integer> order;

    /**
     * @param some numbers of items
     * @param events of every item in training
     */
    ItemsByPopularity(List<Integer> some, int[] events, long seed) {
        order = Comparator.<Integer>comparingInt(item -> events[item])
                .thenComparingLong(item -> Mix.place(seed, 0, item))
                .thenComparingInt(item -> item);
        items = some.stream().sorted(order).mapToInt(Integer::intValue).toArray();
    }

    /** Whether there is any but this one. */
    boolean hasOther(int item) {
        return items.length > 1 || items.length == 1 && items[0] != item;
    }

    int[] all() {
        return items;
    }

    /** Those that are at most so many places above or below an item, which need not be one of them; at least two, where there are two. */
    int[] near(int item, int places) {
        int low = 0;
        int high = items.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.compare(items[middle], item) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Arrays.copyOfRange(items, Math.max(0, low - places), Math.min(items.length, low + places + 1));
    }
}
