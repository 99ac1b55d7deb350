package dev.interestlens.ui.common;

/** What a person may ask of a running job. */
public interface JobControl {
    /** Whether it can wait: some are over so soon, and hold so little, that they only can be cancelled. */
    default boolean pauses() {
        return true;
    }

    void pause();

    void resume();

    /** Goes on for one step and pauses again. */
    void step();

    /** Ends it, keeping what is worth keeping. */
    void stop();
}
