package dev.interestlens.model;

import dev.interestlens.store.EnumNames;
import java.util.Objects;

/**
 * Something of a behaviour that a raw score of attention can depend on. A further kind is a constant here, an input that the family adds to its {@link
 * PartedAttention}, and a word.
 *
 * @param field the name of the item's field, for {@link Kind#FIELD}; else empty
 */
public record ScorePart(Kind kind, String field) {
    /** Kinds of parts. */
    public enum Kind {
        /** A field of the item: its id, its category, … */
        FIELD,
        /** All further fields together, where there are many. */
        REST,
        /** How many behaviours are between it and the candidate. */
        POSITION,
        /** The time to the candidate. */
        TIME,
        /** The state of the model before the behaviour, or what its position read of others in earlier layers. */
        BEFORE
    }

    public ScorePart {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(field);
    }

    /** A field of the item. */
    public static ScorePart field(String name) {
        return new ScorePart(Kind.FIELD, name);
    }

    /** The only part of a kind. */
    public static ScorePart of(Kind kind) {
        return new ScorePart(kind, "");
    }

    /** Stable, for programs: the field's name, or the kind's. */
    public String id() {
        return kind == Kind.FIELD ? field : EnumNames.lower(kind);
    }
}
