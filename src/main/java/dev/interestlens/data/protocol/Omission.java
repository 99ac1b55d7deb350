package dev.interestlens.data.protocol;

import java.util.BitSet;

/**
 * Rows of a log that training must not read: no batch, no table of what followed what or was popular, and no row of validation. What is drawn, which
 * items are known, and the rows of the test stay as they are with them.
 *
 * @param events the events that are left out, by number
 * @param impressions likewise, of what was shown and not chosen
 */
public record Omission(BitSet events, BitSet impressions) {
    /** Leaves nothing out. */
    public static final Omission NONE = new Omission(new BitSet(), new BitSet());

    public Omission {
        events = (BitSet) events.clone();
        impressions = (BitSet) impressions.clone();
    }

    @Override
    public BitSet events() {
        return (BitSet) events.clone();
    }

    @Override
    public BitSet impressions() {
        return (BitSet) impressions.clone();
    }

    /** Whether an event is left out. */
    public boolean event(long event) {
        return events.get((int) event);
    }

    /** Whether an impression is left out. */
    boolean impression(long row) {
        return impressions.get((int) row);
    }

    /** Whether something is left out. */
    public boolean any() {
        return !events.isEmpty() || !impressions.isEmpty();
    }
}
