package dev.interestlens.cli.console;

import java.util.function.LongSupplier;

/** Estimates the time left, assuming the same speed as so far. */
final class TimeLeft {
    private static final double FROM_FRACTION = 0.05;
    private static final double FROM_SECONDS = 2;

    private final LongSupplier clock;
    private final long began;

    /** @param clock in nanoseconds, with any origin */
    TimeLeft(LongSupplier clock) {
        this.clock = clock;
        this.began = clock.getAsLong();
    }

    /** Whole seconds, or −1 while too little is done for an estimate. */
    long seconds(double fraction) {
        double gone = (clock.getAsLong() - began) / 1e9;
        boolean known = fraction >= FROM_FRACTION && gone >= FROM_SECONDS;
        return known ? Math.round(gone / Math.min(1, fraction) * (1 - Math.min(1, fraction))) : -1;
    }
}
