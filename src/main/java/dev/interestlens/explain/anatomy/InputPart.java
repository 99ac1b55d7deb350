package dev.interestlens.explain.anatomy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;

/**
 * A part of what a model reads, or does with it, that can be replaced by that of another row. The parts from {@link #HISTORY} on are a chain: each
 * means something only beside the ones before it.
 */
public enum InputPart {
    /** The candidate's own id. */
    ITEM("item"),
    /** The candidate's category and further fields. */
    ITEM_FIELDS("itemFields"),
    /** The user's fields. */
    PROFILE("profile"),
    /** The context fields, and the day for what is popular just then. */
    CONTEXT("context"),
    /** Which behaviours the history holds. */
    HISTORY("history"),
    /** Which behaviour weighs how much. It comes before order and times, since some models read these through their attention alone. */
    ATTENTION("attention"),
    /** Their order. */
    ORDER("order"),
    /** How long before the candidate each was. */
    TIMES("times");

    /** Parts without which a row says nothing about its candidate. */
    static final Set<InputPart> CANDIDATE = Set.of(ITEM, ITEM_FIELDS);

    private final String id;

    InputPart(String id) {
        this.id = id;
    }

    /** Its name in JSON. */
    @JsonValue
    public String id() {
        return id;
    }

    /** Whether it belongs to the chain that begins with the history. */
    boolean inChain() {
        return compareTo(HISTORY) >= 0;
    }
}
