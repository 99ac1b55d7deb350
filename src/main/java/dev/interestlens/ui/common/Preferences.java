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
 */
public record Preferences(boolean keepTraining, int threads) {
    private static final int MAX = 1024;

    public Preferences {
        if (threads < 0 || threads > MAX) {
            throw new IllegalArgumentException("threads = " + threads);
        }
    }

    public static Preferences usual() {
        return new Preferences(true, 0);
    }

    /** What a file says, or the usual where there is none. */
    public static Preferences read(Path file) {
        return Files.exists(file) ? Json.read(file, Preferences.class) : usual();
    }

    public void write(Disk disk, Path file) {
        Json.write(disk, file, this);
    }
}
