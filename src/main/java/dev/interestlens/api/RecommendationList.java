package dev.interestlens.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is recommended for one history.
 *
 * @param history items of what the model reads, oldest first
 * @param items best first; empty where nothing passes the options
 * @param sentence how the history shapes the whole list, as far as that was measured; empty where reasons were not requested
 * @param trueItem what really came next; empty where that is not known
 */
public record RecommendationList(
        List<Item> history, List<Recommendation> items, Optional<Sentence> sentence, Optional<TrueItem> trueItem) {
    /** Refuses nulls. */
    public RecommendationList {
        history = List.copyOf(history);
        items = List.copyOf(items);
        Objects.requireNonNull(sentence);
        Objects.requireNonNull(trueItem);
    }

    /**
     * The item that really came next.
     *
     * @param item that came next
     * @param rank among all items that the list could hold and this one, from 1; 0 where it does not occur in training
     */
    public record TrueItem(Item item, int rank) {
        /** Refuses nulls. */
        public TrueItem {
            Objects.requireNonNull(item);
        }
    }
}
