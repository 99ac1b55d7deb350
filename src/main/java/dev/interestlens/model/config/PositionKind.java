package dev.interestlens.model.config;

/** What a model reads of a behaviour's position in the history. */
public enum PositionKind {
    NONE,
    /** How many behaviours are between it and the candidate. */
    INDEX,
    /** The time to the candidate, in buckets of powers of two seconds. */
    TIME
}
