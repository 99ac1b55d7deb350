package dev.interestlens.nn;

/** What an axis of a traced array runs over. */
public enum AxisKind {
    SAMPLE,
    HISTORY,
    UNIT,
    LAYER,
    HEAD,
    QUERY,
    KEY,
    CANDIDATE,
    GROUP
}
