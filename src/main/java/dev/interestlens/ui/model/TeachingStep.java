package dev.interestlens.ui.model;

/**
 * One step of what a model computes.
 *
 * @param trace name of the tensor beside it; empty for none
 * @param columns what the tensor's last axis runs over
 */
record TeachingStep(Phrase title, Phrase formula, Phrase text, String trace, Over columns) {
    /** What an axis runs over. */
    enum Over {
        HISTORY,
        UNITS
    }
}
