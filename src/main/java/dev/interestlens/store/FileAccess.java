package dev.interestlens.store;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads and writes whose failure ends the work: nobody can mend it where it happens. */
public final class FileAccess {
    private FileAccess() {}

    /** What is read. */
    @FunctionalInterface
    public interface Source<T> {
        T get() throws IOException;
    }

    /** What is done. */
    @FunctionalInterface
    public interface Action {
        void run() throws IOException;
    }

    /** @throws UncheckedIOException where it cannot be read */
    public static <T> T get(Source<T> source) {
        try {
            return source.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UncheckedIOException where it cannot be done */
    public static void run(Action action) {
        try {
            action.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
