package dev.interestlens.explain.anatomy;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.interestlens.store.EnumNames;
import java.util.Set;

/**
 * A part of what a model reads, or does with it, that can be replaced by that of another row. The parts from {@link #HISTORY} on are a chain: each
 * means something only beside the ones before it.
 */
public enum InputPart {
    /** The candidate's own id. */
    ITEM,
    /** The candidate's category and further fields. */
    ITEM_FIELDS,
    /** The user's fields. */
    PROFILE,
    /** The context fields, and the day for what is popular just then. */
    CONTEXT,
    /** Which behaviours the history holds. */
    HISTORY,
    /** Which behaviour weighs how much. It comes before order and times, since some models read these through their attention alone. */
    ATTENTION,
    /** Their order. */
    ORDER,
    /** How long before the candidate each was. */
    TIMES;

    /** Parts without which a row says nothing about its candidate. */
    static final Set<InputPart> CANDIDATE = Set.of(ITEM, ITEM_FIELDS);

    /** Its name in JSON. */
    @JsonValue
    public String id() {
        return EnumNames.name(this);
    }

    /** Whether it belongs to the chain that begins with the history. */
    boolean inChain() {
        return compareTo(HISTORY) >= 0;
    }
}
