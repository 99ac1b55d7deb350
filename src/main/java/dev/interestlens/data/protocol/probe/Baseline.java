package dev.interestlens.data.protocol.probe;

/** Scores that need no model. */
public enum Baseline {
    /** Training events of the candidate. */
    POPULARITY,
    /** Share of the history that has a category of the candidate. */
    CATEGORY_MATCH,
    /** How often other users have the candidate together with the items of the history. */
    CO_OCCURRENCE,
    /** 1 where the candidate is in the user's past. */
    ALREADY_IN_HISTORY
}
