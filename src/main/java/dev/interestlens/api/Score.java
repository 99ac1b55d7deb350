package dev.interestlens.api;

import java.util.Objects;

/**
 * What the model says of one item.
 *
 * @param item that was scored
 * @param score between 0 and 1, the sigmoid of the logit; not a click rate where negatives were sampled
 * @param logit what the model computes
 * @param known whether the item occurs in training; otherwise the model knows only its fields
 */
public record Score(Item item, double score, double logit, boolean known) {
    /** Refuses nulls. */
    public Score {
        Objects.requireNonNull(item);
    }
}
