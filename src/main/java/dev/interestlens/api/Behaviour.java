package dev.interestlens.api;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A behaviour of the history with its Look and its Effect.
 *
 * @param position in the history, 0 is the oldest
 * @param item that was touched
 * @param time when; empty where the data have no times
 * @param read whether the model reads it: of long histories it may read a part
 * @param look the model's own attention weight; 0 where it is not read
 * @param effect the logit less the logit with the behaviour removed: positive where it raises the score
 * @param effectByTable the part of the effect that comes from what followed what, the rest goes through attention
 */
public record Behaviour(
        int position,
        Item item,
        Optional<Instant> time,
        boolean read,
        double look,
        double effect,
        double effectByTable) {
    /** Refuses nulls. */
    public Behaviour {
        Objects.requireNonNull(item);
        Objects.requireNonNull(time);
    }
}
