package dev.interestlens.cli.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.store.Json;
import dev.interestlens.store.WholeFile;
import dev.interestlens.workspace.measurement.Measurement;
import dev.interestlens.workspace.measurement.Measurements;
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

    /** That of a measurement, as a tree. */
    public static JsonNode of(Measurement<?, ?> measurement) {
        String text = shape(measurement.id()).orElseGet(() -> RecordShape.of(measurement));
        return new Shape(text, name -> shape(name).orElseThrow()).schema();
    }

    private static Optional<String> shape(String command) {
        return Optional.of(command + ".shape")
                .filter(file -> Schemas.class.getResource(file) != null)
                .map(file -> WholeFile.text(Schemas.class, file))
                .or(() -> Measurements.find(command).map(RecordShape::of));
    }
}
