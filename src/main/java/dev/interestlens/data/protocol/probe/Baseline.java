package dev.interestlens.data.protocol.probe;

/** Scores that need no model. */
public enum Baseline {
    /** Training events of the candidate. */
    POPULARITY,
    /** Training events of the candidate in the days before, see {@link dev.interestlens.data.protocol.Trend}. */
    TREND,
    /** Share of the history that has a category of the candidate. */
    CATEGORY_MATCH,
    /** The best of the strong simple scorers, see {@link dev.interestlens.data.protocol.Neighbours}. */
    NEIGHBOURS,
    /** 1 where the candidate is in the user's past. */
    ALREADY_IN_HISTORY
}
