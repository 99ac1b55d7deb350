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
    /** A field that stands in the sequence. */
    FIELD,
    CANDIDATE,
    GROUP
}
