package dev.interestlens.data.protocol;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.draw.Mix;
import dev.interestlens.metric.SortedSearch;
import dev.interestlens.store.ArrayFill;
import java.util.Arrays;

/**
 * A split before the rules about single targets: the positions of each part as ranges, and how many of a user's first events are training events.
 *
 * @param trainLow first training position of each user
 * @param trainHigh one past the last
 * @param validLow first validation position of each user
 * @param validHigh one past the last
 * @param testLow first test position of each user
 * @param testHigh one past the last
 * @param seen number of events of each user from which vocabulary and popularity are made
 * @param shortUsers users with too few events for any part
 */
record Plan(
        int[] trainLow,
        int[] trainHigh,
        int[] validLow,
        int[] validHigh,
        int[] testLow,
        int[] testHigh,
        int[] seen,
        int shortUsers) {

    static Plan of(PreparedDataset data, ProtocolConfig config, long seed) {
        return switch (config.split()) {
            case LAST_OUT -> lastOut(data);
            case DIN -> din(data, seed);
            case DIEN -> dien(data, seed);
            case TIME, LOGGED -> time(data, config.time());
        };
    }

    /** Sets the ranges of one user with so many events. */
    private interface Cut {
        void of(Plan plan, int user, int length);
    }

    /** @param least events that a user needs for any part */
    private static Plan cut(PreparedDataset data, int least, Cut cut) {
        int users = data.users();
        int[] length = ArrayFill.ints(users, u -> Math.toIntExact(data.endEvent(u) - data.firstEvent(u)));
        Plan plan = new Plan(
                new int[users],
                new int[users],
                new int[users],
                new int[users],
                new int[users],
                new int[users],
                new int[users],
                (int) Arrays.stream(length).filter(n -> n < least).count());
        for (int u = 0; u < users; u++) {
            if (length[u] >= least) {
                cut.of(plan, u, length[u]);
            }
        }
        return plan;
    }

    private static Plan lastOut(PreparedDataset data) {
        return cut(data, 3, (plan, u, n) -> {
            set(plan.trainLow, plan.trainHigh, u, 1, n - 2);
            set(plan.validLow, plan.validHigh, u, n - 2, n - 1);
            set(plan.testLow, plan.testHigh, u, n - 1, n);
            plan.seen[u] = n - 2;
        });
    }

    private static Plan din(PreparedDataset data, long seed) {
        return cut(data, 2, (plan, u, n) -> {
            boolean validates = Mix.unit(Mix.place(seed, 0, u)) < 0.05;
            set(validates ? plan.validLow : plan.trainLow, validates ? plan.validHigh : plan.trainHigh, u, 1, n - 1);
            set(plan.testLow, plan.testHigh, u, n - 1, n);
            plan.seen[u] = validates ? 0 : n - 1;
        });
    }

    private static Plan dien(PreparedDataset data, long seed) {
        return cut(data, 2, (plan, u, n) -> {
            double share = Mix.unit(Mix.place(seed, 0, u));
            if (share < 0.85) {
                set(plan.trainLow, plan.trainHigh, u, n - 1, n);
                plan.seen[u] = n;
            } else if (share < 0.90) {
                set(plan.validLow, plan.validHigh, u, n - 1, n);
            } else {
                set(plan.testLow, plan.testHigh, u, n - 1, n);
            }
        });
    }

    private static Plan time(PreparedDataset data, ProtocolConfig.Time cuts) {
        long valid = Quantile.ofTimes(data, cuts.valid());
        long test = Quantile.ofTimes(data, cuts.test());
        return cut(data, 0, (plan, u, n) -> {
            int first = before(data, u, n, valid);
            int second = before(data, u, n, test);
            set(plan.trainLow, plan.trainHigh, u, 1, first);
            int from = Math.max(1, first);
            set(plan.validLow, plan.validHigh, u, from, cuts.firstOnly() ? Math.min(from + 1, second) : second);
            int last = Math.max(1, second);
            set(plan.testLow, plan.testHigh, u, last, cuts.firstOnly() ? Math.min(last + 1, n) : n);
            plan.seen[u] = first;
        });
    }

    // How many of the user's events, which are sorted, are before a time.
    private static int before(PreparedDataset data, int user, int n, long time) {
        long first = data.firstEvent(user);
        return SortedSearch.first(0, n, event -> data.eventTime(first + event) >= time);
    }

    private static void set(int[] low, int[] high, int user, int from, int to) {
        low[user] = from;
        high[user] = Math.max(from, to);
    }
}
