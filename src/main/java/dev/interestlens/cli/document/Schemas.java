package dev.interestlens.cli.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.measurement.Measurement;
import dev.interestlens.measurement.Measurements;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.RowMetric;
import dev.interestlens.store.Json;
import dev.interestlens.store.WholeFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** JSON Schemas (2020-12) of the documents that commands print. */
public final class Schemas {
    /** What stands in a shape for the names of all metrics of a list. */
    private static final Map<String, String> METRICS = Map.of(
            "ROW_METRICS", names(RowMetric.all(), "", metric -> metric.isOfList() ? "?" : ""),
            "EPOCH_METRICS", names(RowMetric.ofEpochs(), "", metric -> ""),
            "VALID_METRICS", names(RowMetric.ofEpochs(), "valid.", metric -> "?"),
            "RANK_METRICS",
                    Stream.of(RankMetric.values())
                            .map(metric -> '"' + metric.id() + '"')
                            .collect(Collectors.joining(" | ")));

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
                .map(file -> named(WholeFile.text(Schemas.class, file)))
                .or(() -> Measurements.find(command).map(RecordShape::of));
    }

    private static String names(List<RowMetric> metrics, String before, Function<RowMetric, String> behind) {
        return metrics.stream()
                .map(metric -> before + metric.id() + behind.apply(metric))
                .collect(Collectors.joining(", "));
    }

    private static String named(String shape) {
        String named = shape;
        for (Map.Entry<String, String> each : METRICS.entrySet()) {
            named = named.replace(each.getKey(), each.getValue());
        }
        return named;
    }
}
