package dev.interestlens.cli.console;

import java.util.function.LongSupplier;

/** Estimates the time left, assuming the same speed as since the first step: what a program needs to start says nothing of the work. */
final class TimeLeft {
    private static final double FROM_FRACTION = 0.05;
    private static final double FROM_SECONDS = 2;

    private final LongSupplier clock;
    private double began;
    private double first = Double.NaN;

    /** @param clock in nanoseconds, with any origin */
    TimeLeft(LongSupplier clock) {
        this.clock = clock;
    }

    /** Whole seconds, or −1 while too little is done for an estimate. */
    long seconds(double fraction) {
        double now = clock.getAsLong() / 1e9;
        double reached = Math.min(1, fraction);
        if (Double.isNaN(first)) {
            began = now;
            first = reached;
        }
        double done = reached - first;
        boolean known = done >= FROM_FRACTION && now - began >= FROM_SECONDS;
        return known ? Math.round((now - began) / done * (1 - reached)) : -1;
    }
}
