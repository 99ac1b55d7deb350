package dev.interestlens.data.protocol;

/** What happens to events at the very second of the target. */
public enum SameSecondRule {
    /** The order of lines decides: what stood before the target in the input is its past. */
    INPUT_ORDER,
    /** They are no past: only events of an earlier second are read. */
    EXCLUDE
}
