package dev.interestlens.data.synth;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What lies far back in a {@link FarShop} and decides whether a candidate is chosen. */
public enum FarCause {
    /** Behaviours of the candidate's own category, which the rest of the history does not hold: a search by category finds them. */
    SAME,
    /** Behaviours of another category that belongs to the candidate's: a search by category cannot find them. */
    COMPLEMENT,
    /** The very item, while a tenth of the history is of its category: a search by category finds too many. */
    CROWDED;

    /** The name in files and commands: {@code same}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
