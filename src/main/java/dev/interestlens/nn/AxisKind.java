package dev.interestlens.nn;

/** The meaning of an axis of a traced array. */
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
