package dev.interestlens.explain.look;

/** What a model's Look is. */
public enum LookKind {
    /** Weights that sum to 1. */
    ATTENTION,
    /** Raw weights with their sign, ranked by size. */
    SIGNED,
    /** Every behaviour alike: there is nothing to rank. */
    UNIFORM,
    /** The candidate's row of the attention through all layers. */
    ROLLOUT,
    /** What a position receives from all others; does not depend on the candidate. */
    RECEIVED,
    /** The model reads no history. */
    NONE;

    /** Whether the numbers are shares of one whole. */
    public boolean shares() {
        return this == ATTENTION || this == UNIFORM || this == ROLLOUT;
    }

    /** Whether it says which behaviour comes first. */
    public boolean ranks() {
        return this != UNIFORM && this != NONE;
    }
}
