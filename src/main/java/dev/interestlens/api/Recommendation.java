package dev.interestlens.api;

import java.util.List;
import java.util.Objects;

/**
 * One place of a list.
 *
 * @param rank in the list, from 1
 * @param item that is recommended
 * @param score between 0 and 1; among the scores of one list alone it means something
 * @param logit what the model computes
 * @param popularity training events of the item
 * @param reasons behaviours that raise its logit most when they are there, the largest effect first; empty where they were not asked for
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
     */
    public record Reason(Item item, double effect) {
        /** Refuses nulls. */
        public Reason {
            Objects.requireNonNull(item);
        }
    }
}
