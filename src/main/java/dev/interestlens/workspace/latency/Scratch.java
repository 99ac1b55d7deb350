package dev.interestlens.workspace.latency;

import dev.interestlens.store.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder for temporary files. Closing removes it. */
public final class Scratch implements AutoCloseable {
    private final Path folder;

    public Scratch() {
        try {
            folder = Files.createTempDirectory("interest-lens-latency");
        } catch (IOException e) {
            throw refused(e);
        }
    }

    public Path folder() {
        return folder;
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    private static dev.interestlens.store.ProblemException refused(IOException e) {
        return Problem.resource(Latency.class, "scratch")
                .with("reason", e.getMessage())
                .cause(e)
                .exception();
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw refused(e);
        }
    }
}
