package dev.interestlens.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The history before which items are scored: that of a user of the log, or one put together by hand.
 *
 * @param user key of the user in the source; empty where the history was put together by hand, and then nothing of a user's profile is known
 * @param items keys of the items, oldest first; empty for a user, whose events are in the log
 * @param beforeTest whether the user is asked before the last event that the test part asks about, not after everything in the log
 */
public record History(Optional<String> user, List<String> items, boolean beforeTest) {
    /** Refuses a user with items, and test events of nobody. */
    public History {
        Objects.requireNonNull(user);
        items = List.copyOf(items);
        if (user.isPresent() && !items.isEmpty()) {
            throw new IllegalArgumentException("A user's history is in the log: give a user or items, not both");
        }
        if (user.isEmpty() && beforeTest) {
            throw new IllegalArgumentException("A history put together by hand has no test event");
        }
    }

    /**
     * All that a user did.
     *
     * @param key the user's key in the source
     * @return the history after everything in the log
     */
    public static History ofUser(String key) {
        return new History(Optional.of(key), List.of(), false);
    }

    /**
     * What a user did before the last event that the test part asks about: what really came next is known then.
     *
     * @param key the user's key in the source
     * @return the history before that event
     */
    public static History beforeTestEvent(String key) {
        return new History(Optional.of(key), List.of(), true);
    }

    /**
     * A history put together by hand. Its events lie as far apart as events of the log do.
     *
     * @param keys of items, oldest first; of more than the model reads the newest are read
     * @return the history of nobody in the log
     */
    public static History ofItems(List<String> keys) {
        return new History(Optional.empty(), keys, false);
    }
}
