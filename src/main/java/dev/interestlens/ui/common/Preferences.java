package dev.interestlens.ui.common;

import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a person prefers and is asked only once.
 *
 * @param keepTraining whether a training goes on when the window is closed
 * @param threads of the engine for new runs; 0 for all cores but one
 * @param liveBoard whether trainings write TensorBoard's event files as they go; a file written before there was a choice says no
 */
public record Preferences(boolean keepTraining, int threads, Boolean liveBoard) {
    private static final int MAX = 1024;

    public Preferences {
        liveBoard = liveBoard != null && liveBoard;
        if (threads < 0 || threads > MAX) {
            throw new IllegalArgumentException("threads = " + threads);
        }
    }

    public static Preferences usual() {
        return new Preferences(true, 0, false);
    }

    /** The same with another wish about trainings of a closed window. */
    public Preferences withKeepTraining(boolean keep) {
        return new Preferences(keep, threads, liveBoard);
    }

    /** The same with another number of threads. */
    public Preferences withThreads(int number) {
        return new Preferences(keepTraining, number, liveBoard);
    }

    /** The same with another wish about TensorBoard. */
    public Preferences withLiveBoard(boolean live) {
        return new Preferences(keepTraining, threads, live);
    }

    /** What a file says, or the usual where there is none. */
    public static Preferences read(Path file) {
        return Files.exists(file) ? Json.read(file, Preferences.class) : usual();
    }

    public void write(Disk disk, Path file) {
        Json.write(disk, file, this);
    }
}
