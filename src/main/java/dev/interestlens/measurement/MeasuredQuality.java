package dev.interestlens.measurement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.explain.words.Text;
import java.util.List;
import java.util.Optional;

/**
 * The quality of a model on a part. In JSON it is its document.
 *
 * @param document as {@link EvaluationDocument} makes it
 * @param lines for people, as they are told once it is measured; empty where it was read
 */
record MeasuredQuality(ObjectNode document, List<Text> lines) {
    MeasuredQuality {
        document = document.deepCopy();
        lines = List.copyOf(lines);
    }

    /** Reads it again. */
    @JsonCreator
    static MeasuredQuality of(ObjectNode document) {
        return new MeasuredQuality(document, List.of());
    }

    @Override
    @JsonValue
    public ObjectNode document() {
        return document.deepCopy();
    }

    /**
     * A figure.
     *
     * @param low with its high end 95 % over users; NaN where there is no interval
     */
    record Figure(double value, double low, double high) {}

    /** A figure below a path, with its interval; empty where there is none. */
    Optional<Figure> figure(String at, String name) {
        return figure(document.at(at + "/" + name), document.at(at + "/intervals/" + name));
    }

    /** A figure of the ranking for so many places. */
    Optional<Figure> atPlaces(String kind, String places) {
        JsonNode ranking = document.path("ranking");
        return figure(ranking.path(kind).path(places), ranking.path("intervals").path(kind + places));
    }

    private static Optional<Figure> figure(JsonNode value, JsonNode interval) {
        return value.isNumber()
                ? Optional.of(new Figure(value.asDouble(), end(interval, 0, "low"), end(interval, 1, "high")))
                : Optional.empty();
    }

    /** An end of an interval, which is a list or an object. */
    private static double end(JsonNode interval, int place, String name) {
        return (interval.isArray() ? interval.path(place) : interval.path(name)).asDouble(Double.NaN);
    }

    /** Names of the fields of an object at a path; none where there is none. */
    List<String> names(String path) {
        return document.at(path).propertyStream().map(field -> field.getKey()).toList();
    }
}
