package dev.interestlens.model.family;

import dev.interestlens.nn.TraceName;
import dev.interestlens.store.KeyedText;
import java.util.Optional;

/**
 * One step of what a model computes.
 *
 * @param trace the tensor beside it, if there is one
 * @param columns meaning of the tensor's last axis
 */
public record TeachingStep(
        KeyedText title, KeyedText formula, KeyedText text, Optional<TraceName> trace, Over columns) {
    /** The name of the tensor beside it where texts are read. */
    public Optional<String> traceId() {
        return trace.map(TraceName::id);
    }

    /** The meaning of an axis. */
    public enum Over {
        HISTORY,
        UNITS
    }
}
