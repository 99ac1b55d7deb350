package dev.interestlens.explain.look;

/** Kinds of Look. */
public enum LookKind {
    /** Weights that sum to 1. */
    ATTENTION,
    /** Raw weights with their sign, ranked by size. */
    SIGNED,
    /** All behaviours equal: there is nothing to rank. */
    UNIFORM,
    /** The candidate's row of the attention through all layers. */
    ROLLOUT,
    /** What a position receives from all others; does not depend on the candidate. */
    RECEIVED,
    /** The model reads no history. */
    NONE;

    /** Whether the numbers are shares that sum to 1. */
    public boolean shares() {
        return this == ATTENTION || this == UNIFORM || this == ROLLOUT;
    }

    /** Whether it ranks the behaviours. */
    public boolean ranks() {
        return this != UNIFORM && this != NONE;
    }
}
