package dev.interestlens.explain.anatomy;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.interestlens.store.EnumNames;

/** A part of what a model reads, or does with it, that can be replaced by that of another row; in the order in which figures show them. */
public enum InputPart {
    /** How often the candidate was chosen in training, as far as its id tells it. */
    POPULARITY(Stage.CANDIDATE),
    /** The candidate's own id, beside its popularity. */
    ITEM(Stage.CANDIDATE),
    /** The candidate's category and further fields. */
    ITEM_FIELDS(Stage.CANDIDATE),
    /** The user's fields. */
    PROFILE(Stage.PERSON),
    /** The context fields, and the day for what is popular just then. */
    CONTEXT(Stage.PERSON),
    /** The history, every behaviour of which weighs alike. */
    HISTORY(Stage.PERSON),
    /** Which behaviour weighs how much. */
    ATTENTION(Stage.WEIGHING),
    /** The order of the history. Attention works through it, so that it has no share beside attention. */
    ORDER(Stage.WITHIN),
    /** How long before the candidate each behaviour was; no share either. */
    TIMES(Stage.WITHIN);

    /** When parts become a row's own. */
    enum Stage {
        /** The candidate alone, while everything of the user is another person's. */
        CANDIDATE,
        /** What is known of the user, given the candidate. */
        PERSON,
        /** Last. */
        WEIGHING,
        /** Never: it is told beside the shares what is lost without. */
        WITHIN
    }

    private final Stage stage;

    InputPart(Stage stage) {
        this.stage = stage;
    }

    /** Its name in JSON. */
    @JsonValue
    public String id() {
        return EnumNames.name(this);
    }

    Stage stage() {
        return stage;
    }
}
