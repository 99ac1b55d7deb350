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
    /** Weights of the candidate's fields, which look at fields, too: all of them sum to 1. */
    BESIDE_FIELDS,
    /** What a position receives from all others; does not depend on the candidate. */
    RECEIVED,
    /** The model reads no history. */
    NONE;

    /** Whether a part of the shares is on something else than behaviours. */
    public boolean hasRest() {
        return this == ROLLOUT || this == BESIDE_FIELDS;
    }

    /** Whether the numbers are shares that sum to 1. */
    public boolean shares() {
        return this == ATTENTION || this == UNIFORM || hasRest();
    }

    /** Whether it ranks the behaviours. */
    public boolean ranks() {
        return this != UNIFORM && this != NONE;
    }
}
