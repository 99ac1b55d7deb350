package dev.interestlens.api;

import java.util.List;
import java.util.Objects;

/**
 * One place of a list.
 *
 * @param rank in the list, from 1
 * @param item that is recommended
 * @param score between 0 and 1; comparable within one list only
 * @param logit what the model computes
 * @param popularity training events of the item
 * @param reasons behaviours that raise its logit most, the largest effect first; empty where reasons were not requested
 */
public record Recommendation(int rank, Item item, double score, double logit, int popularity, List<Reason> reasons) {
    /** Refuses nulls. */
    public Recommendation {
        Objects.requireNonNull(item);
        reasons = List.copyOf(reasons);
    }

    /**
     * A behaviour that raises the item.
     *
     * @param item of the behaviour
     * @param effect the item's logit less its logit with the behaviour removed
     * @param effectByTable the part of the effect that comes from what followed what, the rest goes through attention
     */
    public record Reason(Item item, double effect, double effectByTable) {
        /** Refuses nulls. */
        public Reason {
            Objects.requireNonNull(item);
        }
    }
}
