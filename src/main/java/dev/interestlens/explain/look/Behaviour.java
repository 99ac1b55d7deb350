package dev.interestlens.explain.look;

import java.util.Objects;

/**
 * One behaviour of the history that the model can read.
 *
 * @param position in the history, 0 is the oldest
 * @param item of the behaviour
 * @param time seconds since 1970, or −1 where the data have no time
 */
public record Behaviour(int position, Item item, long time) {
    /** The time where the data have none. */
    public static final long UNTIMED = -1;

    public Behaviour {
        Objects.requireNonNull(item);
    }
}
