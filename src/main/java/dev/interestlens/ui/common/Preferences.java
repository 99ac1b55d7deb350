package dev.interestlens.ui.common;

import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The preferences of the person who uses the program.
 *
 * @param keepTraining whether a training continues when the window is closed
 * @param threads of the engine for new runs; 0 for all cores but one
 * @param liveBoard whether trainings write TensorBoard event files; false in older files without this field
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

    /** A copy with another {@code keepTraining}. */
    public Preferences withKeepTraining(boolean keep) {
        return new Preferences(keep, threads, liveBoard);
    }

    /** A copy with another number of threads. */
    public Preferences withThreads(int number) {
        return new Preferences(keepTraining, number, liveBoard);
    }

    /** A copy with another {@code liveBoard}. */
    public Preferences withLiveBoard(boolean live) {
        return new Preferences(keepTraining, threads, live);
    }

    /** The preferences in a file, or the defaults where there is none. */
    public static Preferences read(Path file) {
        return Files.exists(file) ? Json.read(file, Preferences.class) : usual();
    }

    public void write(Disk disk, Path file) {
        Json.write(disk, file, this);
    }
}
