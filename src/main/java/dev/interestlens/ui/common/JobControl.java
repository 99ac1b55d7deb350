package dev.interestlens.ui.common;

/** What a person may ask of a running job. */
public interface JobControl {
    void pause();

    void resume();

    /** Ends it, keeping what is worth keeping. */
    void stop();
}
