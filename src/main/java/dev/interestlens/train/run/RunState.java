package dev.interestlens.train.run;

/** What a trainer does now. */
public enum RunState {
    RUNNING,
    PAUSED
}
