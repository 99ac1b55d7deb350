package dev.interestlens.ui.common;

/** The controls of a running job. */
public interface JobControl {
    /** Whether it can be paused; short jobs can only be cancelled. */
    default boolean pauses() {
        return true;
    }

    default void pause() {}

    default void resume() {}

    /** Runs one step and pauses again. */
    default void step() {}

    /** Stops it and keeps its partial result if that is useful. */
    void stop();
}
