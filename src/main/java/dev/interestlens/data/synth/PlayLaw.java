package dev.interestlens.data.synth;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.interestlens.store.EnumNames;

/** What decides which of two candidates a customer of a {@link PlayShop} chooses. */
public enum PlayLaw {
    /** The kind was bought twice: what was bought last is bought again. */
    LAST,
    /** The brand of one of the oldest behaviours, of another kind. */
    LONG_AGO,
    /** The candidate's kind came before the kind that belongs to it. */
    ORDER,
    /** Both the candidate's kind and its brand are in the history, in two behaviours. */
    PAIR,
    /** The kind to which the taste went, not that from which it came. */
    DRIFT,
    /** Nothing: a coin. */
    NOTHING;

    /** The name in files: {@code longAgo}. */
    @JsonValue
    public String id() {
        return EnumNames.name(this);
    }
}
