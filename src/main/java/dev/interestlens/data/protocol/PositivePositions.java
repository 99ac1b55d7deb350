package dev.interestlens.data.protocol;

import dev.interestlens.metric.SortedSearch;
import java.util.Arrays;

/**
 * The positions of users that are positives of a part, user by user: either one range for each user, which needs no memory for each positive, or a
 * list.
 *
 * @param numbers by which the draws of each are told apart; null where they are 0, 1, 2 …
 */
record PositivePositions(int[] starts, int[] low, int[] listed, int[] numbers) {
    /** For each user the positions low … high − 1; none where high is not above low. */
    static PositivePositions ranges(int[] low, int[] high) {
        int[] starts = new int[low.length + 1];
        for (int u = 0; u < low.length; u++) {
            starts[u + 1] = Math.addExact(starts[u], Math.max(0, high[u] - low[u]));
        }
        return new PositivePositions(starts, low, null, null);
    }

    /** Only the positions that pass the test. */
    PositivePositions where(Test test) {
        return where(test, null);
    }

    /** Only those that fail the test; the draws of the others stay as they are. */
    PositivePositions without(Test test) {
        int[] kept = new int[count()];
        PositivePositions left = where((user, position) -> !test.keep(user, position), kept);
        return left.count() == count() ? this : left;
    }

    private PositivePositions where(Test test, int[] number) {
        int[] kept = new int[count()];
        int[] from = new int[starts.length];
        int n = 0;
        for (int u = 0; u + 1 < starts.length; u++) {
            for (int k = starts[u]; k < starts[u + 1]; k++) {
                int position = position(k, u);
                if (test.keep(u, position)) {
                    if (number != null) {
                        number[n] = k;
                    }
                    kept[n++] = position;
                }
            }
            from[u + 1] = n;
        }
        return new PositivePositions(
                from, null, Arrays.copyOf(kept, n), number == null ? null : Arrays.copyOf(number, n));
    }

    /** Tests a positive. */
    interface Test {
        boolean keep(int user, int position);
    }

    int count() {
        return starts[starts.length - 1];
    }

    /** The number of the k-th positive among all before some were left out. */
    int number(int k) {
        return numbers == null ? k : numbers[k];
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
