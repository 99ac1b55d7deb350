package dev.interestlens.data.protocol;

/** Which events of the target's own second may be read. */
public enum SameSecondRule {
    /** The order of lines decides: what is before the target in the input is its past. */
    INPUT_ORDER,
    /** None: only events of an earlier second are read. */
    EXCLUDE
}
