package dev.interestlens.data.protocol.draw;

/** Negative sampling: how a negative item is drawn among those seen in training. */
public enum NegativeKind {
    UNIFORM,
    /** In proportion to the number of training events. */
    POPULARITY,
    /** Uniformly among the items that share the target's first category; uniform over all where that leaves none. */
    SAME_CATEGORY
}
