package dev.interestlens.model.config;

/** How a model treats id 0. */
public enum Padding {
    /** Never trained and never read; an empty history is a zero interest. */
    MASKED,
    /** An ordinary trained row, as in the reference code; an empty history averages it. Plain form only. */
    LITERAL
}
