package dev.interestlens.data.protocol;

import java.util.BitSet;

/** Notes which events the batches of a training read: their true items and what stands in their histories. For several threads. */
public final class Reads {
    private final BitSet events = new BitSet();

    synchronized void add(long event) {
        events.set((int) event);
    }

    synchronized void add(long from, long until) {
        events.set((int) from, (int) until);
    }

    /** Those that were read so far. */
    public synchronized BitSet events() {
        return (BitSet) events.clone();
    }
}
