package dev.interestlens.data.protocol;

import dev.interestlens.data.PreparedDataset;
import java.util.Arrays;

/** The time before which a share of all events lies: exact for up to a million events, from a systematic sample for more. */
final class Quantile {

    private static final int SAMPLE = 1_000_000;

    private Quantile() {}

    static long ofTimes(PreparedDataset data, double share) {
        int n = (int) Math.min(data.events(), SAMPLE);
        if (n == 0) {
            return 0;
        }
        long[] times = new long[n];
        Arrays.setAll(times, i -> data.eventTime(i * data.events() / n));
        Arrays.sort(times);
        return times[Math.min(n - 1, (int) (share * n))];
    }
}
