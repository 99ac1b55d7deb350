package dev.interestlens.data.protocol;

/** Which targets are scored in validation and test. */
public enum Candidates {
    /** Only items seen in training; the others are counted. */
    WARM,
    /** All items, cold ones too. */
    ALL
}
