package dev.interestlens.data.protocol;

/** The parts of a split. */
public enum Part {
    TRAIN,
    VALID,
    TEST
}
