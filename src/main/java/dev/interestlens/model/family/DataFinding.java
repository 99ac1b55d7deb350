package dev.interestlens.model.family;

/** What can be found in data that speaks for one family or another. Each has a text, {@code advice.FINDING}. */
public enum DataFinding {
    SHORT_HISTORIES,
    MIDDLING_HISTORIES,
    LONG_HISTORIES,
    /** Nothing tells when events happened. */
    UNTIMED,
    /** Many events share their time with another. */
    TIES,
    ORDER_MATTERS,
    ORDER_HARDLY_MATTERS,
    /** The newest behaviour is a worse guide than any other. */
    LAST_IS_NO_GUIDE,
    /** Many events repeat an item. */
    REPEATS,
    /** Where nothing else speaks for a family. */
    PLACE_TO_START
}
