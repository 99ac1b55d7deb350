package dev.interestlens.job;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.interestlens.store.EnumNames;

/** What a person can ask of a running job. */
public enum Wish {
    PAUSE,
    RESUME,
    /** One step, then pause again. */
    STEP,
    /** End normally, keeping the best so far. */
    STOP,
    /** End and remove unfinished files. */
    CANCEL;

    /** The word in {@code control.json}. */
    @JsonValue
    public String word() {
        return EnumNames.lower(this);
    }
}
