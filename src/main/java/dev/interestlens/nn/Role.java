package dev.interestlens.nn;

/** The role of numbers in a model, set by the layer that registers them. */
public enum Role {
    /** Rows that represent items, users or their fields. */
    EMBEDDING,
    /** Determines attention scores: while they are zero, all behaviours have the same score. */
    SCORES,
    /** Computes the logit from what was read. */
    HEAD,
    OTHER
}
