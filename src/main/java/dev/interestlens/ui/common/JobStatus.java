package dev.interestlens.ui.common;

import java.util.Objects;

/**
 * The status of a running job.
 *
 * @param title such as the run's name
 * @param detail progress as text
 * @param fraction done, 0 … 1, or −1 where it is not known
 * @param paused whether it is paused
 */
public record JobStatus(String title, String detail, double fraction, boolean paused) {
    public JobStatus {
        Objects.requireNonNull(title);
        Objects.requireNonNull(detail);
    }
}
