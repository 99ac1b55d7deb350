package dev.interestlens.data.protocol.draw;

/** How the items are drawn that all true items of a batch are told apart from. */
public enum SharedKind {
    /** Each item alike. */
    UNIFORM,
    /** In proportion to the number of training events. */
    POPULARITY,
    /** One half in each way. */
    MIXED
}
