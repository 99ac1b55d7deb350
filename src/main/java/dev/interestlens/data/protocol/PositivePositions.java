package dev.interestlens.data.protocol;

import dev.interestlens.metric.SortedSearch;
import java.util.Arrays;

/**
 * The positions of users that are positives of a part, user by user: either one range for each user, which needs no memory for each positive, or a
 * list.
 */
record PositivePositions(int[] starts, int[] low, int[] listed) {
    /** For each user the positions low … high − 1; none where high is not above low. */
    static PositivePositions ranges(int[] low, int[] high) {
        int[] starts = new int[low.length + 1];
        for (int u = 0; u < low.length; u++) {
            starts[u + 1] = Math.addExact(starts[u], Math.max(0, high[u] - low[u]));
        }
        return new PositivePositions(starts, low, null);
    }

    /** Only the positions that pass the test. */
    PositivePositions where(Test test) {
        int[] kept = new int[count()];
        int[] from = new int[starts.length];
        int n = 0;
        for (int u = 0; u + 1 < starts.length; u++) {
            for (int k = starts[u]; k < starts[u + 1]; k++) {
                int position = position(k, u);
                if (test.keep(u, position)) {
                    kept[n++] = position;
                }
            }
            from[u + 1] = n;
        }
        return new PositivePositions(from, null, Arrays.copyOf(kept, n));
    }

    /** Tests a positive. */
    interface Test {
        boolean keep(int user, int position);
    }

    int count() {
        return starts[starts.length - 1];
    }

    /** The user of the k-th positive. */
    int user(int k) {
        return SortedSearch.first(1, starts.length - 1, user -> starts[user] > k) - 1;
    }

    /** The position of the k-th positive, given its user. */
    int position(int k, int user) {
        return listed != null ? listed[k] : low[user] + k - starts[user];
    }
}
