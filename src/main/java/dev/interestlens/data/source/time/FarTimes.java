package dev.interestlens.data.source.time;

import dev.interestlens.data.source.file.Duck;
import java.io.IOException;

/**
 * Finds outlying times: those whose distance from the middle 99 % exceeds the width of that range, and at least a day. The range is computed from a
 * systematic sample of at most a million rows, so that it needs little memory and does not depend on the number of threads.
 *
 * @param earliest the earliest time that is not an outlier, in microseconds
 * @param latest the latest
 */
public record FarTimes(long earliest, long latest) {

    private static final long SAMPLE = 1_000_000;
    private static final long MIN = 86_400_000_000L;

    /** SQL that selects the sample of {@code raw}. */
    public static String sample(long rows) {
        return "bad IS NULL AND t < " + TimeFormat.LAST + " AND rowid % " + Math.max(1, (rows + SAMPLE - 1) / SAMPLE)
                + " = 0";
    }

    /** @param from SQL of a table with the column {@code t} of the sample */
    public static FarTimes of(Duck duck, String from) throws IOException {
        long[] found = {0, 0, 0};
        duck.each("SELECT count(*), quantile_disc(t, 0.005), quantile_disc(t, 0.995) FROM " + from, row -> {
            for (int n = 0; n < found.length; n++) {
                found[n] = row.getLong(n + 1);
            }
        });
        if (found[0] == 0) {
            return new FarTimes(0, -1);
        }
        long wide = Math.subtractExact(found[2], found[1]);
        long far = Math.max(wide, MIN);
        return new FarTimes(found[1] - far, found[2] + far);
    }

    /** Whether there is such a range. */
    public boolean isRange() {
        return earliest <= latest;
    }

    public String outside() {
        return "t < " + earliest + " OR t > " + latest + " AND t < " + TimeFormat.LAST;
    }
}
