package dev.interestlens.ui.common;

import java.util.Objects;

/**
 * What a running job says of itself.
 *
 * @param title what it is, such as the run's name
 * @param detail how far it is, in words
 * @param fraction of the whole, 0 … 1, or −1 where it is not known
 * @param paused whether it waits for a person
 */
public record JobStatus(String title, String detail, double fraction, boolean paused) {
    public JobStatus {
        Objects.requireNonNull(title);
        Objects.requireNonNull(detail);
    }
}
