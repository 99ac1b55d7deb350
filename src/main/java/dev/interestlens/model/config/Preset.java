package dev.interestlens.model.config;

/** A named choice of all switches of a family. */
public enum Preset {
    /** Small, for a laptop. */
    QUICK,
    /** The default. */
    BALANCED,
    /** As published. */
    PAPER,
    /** As the well-known tutorial code, including its quirks. */
    REFERENCE
}
