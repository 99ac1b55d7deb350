package dev.interestlens.metric;

/** How equal scores are ranked. No rule favours positives: a model that gives every sample the same score must not look good. */
public enum RankTies {
    /** The exact mean over all orders of the tied samples; the one to use. */
    EXPECTED,
    /** Tied samples in input order. */
    STABLE,
    /** Tied negatives before tied positives. */
    PESSIMISTIC
}
