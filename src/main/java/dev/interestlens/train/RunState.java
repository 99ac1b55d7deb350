package dev.interestlens.train;

/** What a trainer does now. */
public enum RunState {
    RUNNING,
    PAUSED
}
