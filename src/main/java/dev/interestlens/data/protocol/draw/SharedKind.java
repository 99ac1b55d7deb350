package dev.interestlens.data.protocol.draw;

/** How the items are drawn that the loss compares all true items of a batch with. */
public enum SharedKind {
    /** All items with the same probability. */
    UNIFORM,
    /** In proportion to the number of training events. */
    POPULARITY,
    /** One half of the items in each way. */
    MIXED
}
