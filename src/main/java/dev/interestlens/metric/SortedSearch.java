package dev.interestlens.metric;

import java.util.function.IntPredicate;

/** Binary search by a condition that holds from some place on. */
public final class SortedSearch {
    private SortedSearch() {}

    /** The first place from {@code low} on where the condition holds; {@code high} where it does not hold before. */
    public static int first(int low, int high, IntPredicate holds) {
        int from = low;
        int to = high;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (holds.test(middle)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }
}
