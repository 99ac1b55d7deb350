package dev.interestlens.model.config;

/** What a model is told of a behaviour's place in the history. */
public enum PositionKind {
    NONE,
    /** How many behaviours lie between it and the candidate. */
    INDEX,
    /** The time to the candidate, in buckets of powers of two seconds. */
    TIME
}
