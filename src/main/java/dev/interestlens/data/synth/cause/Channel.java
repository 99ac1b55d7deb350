package dev.interestlens.data.synth.cause;

/** Why an event happened. */
public enum Channel {
    /** The session went on. */
    C,
    /** A return to an earlier interest. */
    R,
    /** A new interest, or an old one by chance. */
    N,
    /** A stray click. */
    S,
    /** Two interests at once. */
    P
}
