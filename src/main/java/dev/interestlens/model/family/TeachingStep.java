package dev.interestlens.model.family;

import dev.interestlens.store.KeyedText;

/**
 * One step of what a model computes.
 *
 * @param trace name of the tensor beside it; empty for none
 * @param columns meaning of the tensor's last axis
 */
public record TeachingStep(KeyedText title, KeyedText formula, KeyedText text, String trace, Over columns) {
    /** The meaning of an axis. */
    public enum Over {
        HISTORY,
        UNITS
    }
}
