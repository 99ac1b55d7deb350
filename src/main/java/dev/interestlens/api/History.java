package dev.interestlens.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The history for which items are scored: that of a user of the log, or one made by hand.
 *
 * @param user key of the user in the source; empty where the history was made by hand; then the user fields are unknown
 * @param items keys of the items, oldest first; empty for a user, whose events are in the log
 * @param beforeTest true for the history before the user's last test event, false for the user's whole log
 */
public record History(Optional<String> user, List<String> items, boolean beforeTest) {
    /** Refuses a user together with items, and {@code beforeTest} without a user. */
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
     * Everything that a user did.
     *
     * @param key the user's key in the source
     * @return the history after everything in the log
     */
    public static History ofUser(String key) {
        return new History(Optional.of(key), List.of(), false);
    }

    /**
     * What a user did before the last test event, so that the item that really came next is known.
     *
     * @param key the user's key in the source
     * @return the history before that event
     */
    public static History beforeTestEvent(String key) {
        return new History(Optional.of(key), List.of(), true);
    }

    /**
     * A history made by hand. The times between its events are typical of the log.
     *
     * @param keys of items, oldest first; the model reads the newest ones where there are too many
     * @return a history of no user in the log
     */
    public static History ofItems(List<String> keys) {
        return new History(Optional.empty(), keys, false);
    }
}
