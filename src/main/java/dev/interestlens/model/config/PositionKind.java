package dev.interestlens.model.config;

import java.util.List;

/** What a model reads of a behaviour's position in the history. */
public enum PositionKind {
    NONE,
    /** How many behaviours are between it and the candidate. */
    INDEX,
    /** The time to the candidate, in buckets of powers of two seconds. */
    TIME,
    /** Both, each by a table of its own: where there are no times, the other still tells old from new. */
    INDEX_AND_TIME;

    /** The kinds of which there are tables. */
    public List<PositionKind> tables() {
        return switch (this) {
            case NONE -> List.of();
            case INDEX, TIME -> List.of(this);
            case INDEX_AND_TIME -> List.of(INDEX, TIME);
        };
    }
}
