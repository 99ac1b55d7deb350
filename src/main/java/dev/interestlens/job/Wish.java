package dev.interestlens.job;

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
}
