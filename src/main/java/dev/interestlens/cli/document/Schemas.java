package dev.interestlens.cli.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** JSON Schemas (2020-12) of the documents that commands print. */
public final class Schemas {
    private Schemas() {}

    /** The schema of a command; words of its name are joined by hyphens, as in {@code spark-prepare}. */
    public static Optional<String> of(String command) {
        try (InputStream in = Schemas.class.getResourceAsStream(command + ".json")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
