package dev.interestlens.nn;

/** What numbers are for in a model, as the layer says that asks for them. */
public enum Role {
    /** Rows that stand for items, users or what describes them. */
    EMBEDDING,
    /** Decides where the model looks: while they are zero every behaviour scores alike. */
    SCORES,
    /** Makes the logit of what was read. */
    HEAD,
    OTHER
}
