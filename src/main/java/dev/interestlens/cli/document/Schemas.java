package dev.interestlens.cli.document;

import dev.interestlens.store.Json;
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
        return shape(command)
                .map(text -> new Shape(text, name -> shape(name).orElseThrow()).schema())
                .map(schema -> Json.pretty(schema).replace("\" : ", "\": "));
    }

    private static Optional<String> shape(String command) {
        try (InputStream in = Schemas.class.getResourceAsStream(command + ".shape")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
