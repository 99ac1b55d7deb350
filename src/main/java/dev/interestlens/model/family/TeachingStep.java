package dev.interestlens.model.family;

import dev.interestlens.store.KeyedText;

/**
 * One step of what a model computes.
 *
 * @param trace name of the tensor beside it; empty for none
 * @param columns what the tensor's last axis runs over
 */
public record TeachingStep(KeyedText title, KeyedText formula, KeyedText text, String trace, Over columns) {
    /** What an axis runs over. */
    public enum Over {
        HISTORY,
        UNITS
    }
}
