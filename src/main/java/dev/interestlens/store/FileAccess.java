package dev.interestlens.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

    /** @throws ProblemException of kind BAD_INPUT where there is neither a file nor a folder */
    public static void requireThere(Path path) {
        if (!Files.exists(path)) {
            throw Problem.badInput(FileAccess.class, "nothingThere", path).exception();
        }
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
