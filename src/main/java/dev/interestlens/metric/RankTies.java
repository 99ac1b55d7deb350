package dev.interestlens.metric;

/** What equal scores mean for a rank. No rule favours positives: a model that says the same of everything must not look good. */
public enum RankTies {
    /** The exact mean over all orders of the tied samples; the one to use. */
    EXPECTED,
    /** Tied samples in input order. */
    STABLE,
    /** Tied negatives before tied positives. */
    PESSIMISTIC
}
