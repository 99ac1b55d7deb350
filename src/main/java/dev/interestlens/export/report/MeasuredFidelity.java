package dev.interestlens.export.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.explain.fidelity.FidelityReport;
import dev.interestlens.export.report.json.FidelityJson;
import dev.interestlens.export.report.json.FidelityReading;
import dev.interestlens.export.report.json.Provenance;
import java.util.Objects;

/**
 * A fidelity report of a run. In JSON it is the report with its {@code source} and its {@code weights}.
 *
 * @param source its sample says which part was measured; without names in reports of older versions
 * @param weights checksum of the measured weights; empty in reports of older versions
 * @param older whether the run has newer best weights than the measured ones; not in JSON
 */
public record MeasuredFidelity(FidelityReport report, Provenance source, String weights, boolean older) {
    /** The name of the checksum of the measured weights in JSON. */
    public static final String WEIGHTS = "weights";

    public MeasuredFidelity {
        Objects.requireNonNull(report);
        Objects.requireNonNull(source);
        Objects.requireNonNull(weights);
    }

    /** As it is written. */
    @JsonValue
    public ObjectNode tree() {
        return FidelityJson.tree(report, source).put(WEIGHTS, weights);
    }

    /** Reads it again, also as earlier versions wrote it. */
    @JsonCreator
    public static MeasuredFidelity of(JsonNode tree) {
        JsonNode source = tree.path("source");
        Provenance from = new Provenance(
                source.path("run").asText(),
                source.path("model").asText(),
                source.path("dataset").asText(),
                source.path("planted").asText(),
                source.path("part").asText("test"),
                source.path("created").asLong());
        return new MeasuredFidelity(
                FidelityReading.of(tree), from, tree.path(WEIGHTS).asText(), false);
    }

    /** The same from another source. */
    public MeasuredFidelity from(Provenance other) {
        return new MeasuredFidelity(report, other, weights, older);
    }

    /** The same with what is known of newer weights. */
    public MeasuredFidelity older(boolean is) {
        return new MeasuredFidelity(report, source, weights, is);
    }
}
