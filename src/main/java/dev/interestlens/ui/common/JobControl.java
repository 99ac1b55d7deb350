package dev.interestlens.ui.common;

/** What a person may ask of a running job. */
public interface JobControl {
    void pause();

    void resume();

    /** Goes on for one step and pauses again. */
    void step();

    /** Ends it, keeping what is worth keeping. */
    void stop();
}
