package dev.interestlens.data.source;

import java.io.IOException;

/**
 * Times that lie further outside the middle 99 % than these are wide; a whole day at least. The middle is that of an even
 * sample of at most a million rows, so that it takes no memory to speak of and is the same for any number of threads.
 *
 * @param earliest the earliest time that is not far, in microseconds
 * @param latest the latest
 */
record FarTimes(long earliest, long latest) {

    private static final long SAMPLE = 1_000_000;
    private static final long MIN = 86_400_000_000L;

    /** Which rows of {@code raw} are the sample. */
    static String sample(long rows) {
        return "bad IS NULL AND rowid % " + Math.max(1, (rows + SAMPLE - 1) / SAMPLE) + " = 0";
    }

    /** @param from SQL of a table with the column {@code t} of the sample */
    static FarTimes of(Duck duck, String from) throws IOException {
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

    /** Whether there is anything to be outside of. */
    boolean isRange() {
        return earliest <= latest;
    }

    String outside() {
        return "t < " + earliest + " OR t > " + latest;
    }
}
