package dev.interestlens.model.family;

/** Findings in data that favour one family or another. Each has a text, {@code advice.FINDING}. */
public enum DataFinding {
    SHORT_HISTORIES,
    MIDDLING_HISTORIES,
    LONG_HISTORIES,
    /** Events have no times. */
    UNTIMED,
    /** Many events share their time with another. */
    TIES,
    ORDER_MATTERS,
    ORDER_HARDLY_MATTERS,
    /** The newest behaviour predicts the next one worse than any other behaviour. */
    LAST_IS_NO_GUIDE,
    /** Many events repeat an item. */
    REPEATS,
    /** Where no other finding favours a family. */
    PLACE_TO_START
}
