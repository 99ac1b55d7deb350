package dev.interestlens.data.protocol;

/** How the events become training, validation and test parts. */
public enum Split {
    /** Leave-one-out: of each user with at least three events the last one is for test, the one before for validation, all earlier ones for training. */
    LAST_OUT,
    /** As in the DIN paper: the last position is for test, 1 … n − 2 for training; validation is a share of the training users. */
    DIN,
    /** As in the DIEN paper: the last position of each user only, users split 85 / 5 / 10. */
    DIEN,
    /** Two global cuts in time. */
    TIME,
    /** Labels come with the data, parts by time. */
    LOGGED
}
