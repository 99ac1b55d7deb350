package dev.interestlens.data.source;

/**
 * Times that lie further outside the middle 99 % than these are wide; a whole day at least. The middle is that of an even
 * sample of at most a million rows, so that it takes no memory to speak of and is the same for any number of threads.
 *
 * @param earliest the earliest time that is not far
 * @param latest the latest
 */
record FarTimes(long earliest, long latest) {

    private static final long SAMPLE = 1_000_000;
    private static final long LEAST = 86_400;

    static FarTimes of(Duck duck) {
        long rows = duck.number("SELECT count(*) FROM raw");
        long step = Math.max(1, (rows + SAMPLE - 1) / SAMPLE);
        String sample = " FROM raw WHERE bad IS NULL AND rowid % " + step + " = 0";
        long some = duck.number("SELECT count(*)" + sample);
        if (some == 0) {
            return new FarTimes(0, -1);
        }
        long low = duck.number("SELECT quantile_disc(t, 0.005)" + sample);
        long high = duck.number("SELECT quantile_disc(t, 0.995)" + sample);
        long far = Math.max(Math.subtractExact(high, low), LEAST);
        return new FarTimes(low - far, high + far);
    }

    /** Whether there is anything to be outside of. */
    boolean isRange() {
        return earliest <= latest;
    }

    String outside() {
        return "t < " + earliest + " OR t > " + latest;
    }
}
