package dev.interestlens.ui.common;

import java.util.concurrent.atomic.AtomicLong;

/** A sequence of requests of which only the newest counts, such as for the selected prediction. */
public final class LatestRequest {
    private final AtomicLong last = new AtomicLong();

    /** A new request, which makes all earlier ones stale. */
    public Ticket next() {
        return new Ticket(this, last.incrementAndGet());
    }

    /** Makes every request so far stale. */
    public void forget() {
        last.incrementAndGet();
    }

    /** One request; long work checks it between its steps. */
    public record Ticket(LatestRequest place, long number) {
        public boolean stale() {
            return place.last.get() != number;
        }
    }
}
