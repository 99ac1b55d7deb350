package dev.interestlens.data.synth;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.interestlens.store.EnumNames;

/** What lies far back in a {@link FarShop} and decides whether a candidate is chosen. */
public enum FarCause {
    /** Behaviours of the candidate's own category, which is otherwise absent from the history: a search by category finds them. */
    SAME,
    /** Behaviours of another category that belongs to the candidate's: a search by category cannot find them. */
    COMPLEMENT,
    /** The same item, while a tenth of the history has its category: a search by category finds too many. */
    CROWDED;

    /** The name in files and commands: {@code same}. */
    @JsonValue
    public String id() {
        return EnumNames.lower(this);
    }
}
