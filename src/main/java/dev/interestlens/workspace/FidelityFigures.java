package dev.interestlens.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.metric.Interval;
import dev.interestlens.store.SealedJson;
import dev.interestlens.train.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The few figures of {@code fidelity --out RUN/fidelity.json} that a comparison of runs shows.
 *
 * @param samples predictions that were measured
 * @param tau rank correlation of Look and |Effect|, mean
 * @param tauInterval 95 %
 * @param orderSkill of Look: 0 as good as random, 1 as good as the measured Effect; NaN where it is not defined
 */
public record FidelityFigures(int samples, double tau, Interval tauInterval, double orderSkill) {
    /** The name of the checksum of the measured weights. */
    public static final String WEIGHTS = "weights";

    private static final double CONFIDENCE = 0.95;

    /** The file where the command writes them. */
    public static Path file(RunFolder folder) {
        return folder.path().resolve("fidelity.json");
    }

    /** The report in the run's folder, if it was measured with the opened weights. */
    public static Optional<JsonNode> kept(OpenRun run) {
        Path file = file(run.folder());
        return Files.exists(file)
                ? Optional.of(SealedJson.read(file, JsonNode.class))
                        .filter(tree -> tree.path(WEIGHTS).asText().equals(run.weightsSum()))
                : Optional.empty();
    }

    /** Reads them from a run's folder; empty where they were never measured. */
    public static Optional<FidelityFigures> read(RunFolder folder) {
        if (!Files.exists(file(folder))) {
            return Optional.empty();
        }
        JsonNode tree = SealedJson.read(file(folder), JsonNode.class);
        JsonNode tau = tree.path("look").path("tau");
        return Optional.of(new FidelityFigures(
                tree.path("samples").asInt(),
                tau.path("mean").asDouble(Double.NaN),
                new Interval(
                        tau.path("low").asDouble(Double.NaN), tau.path("high").asDouble(Double.NaN), CONFIDENCE),
                tree.path("look").path("orderSkill").path("mean").asDouble(Double.NaN)));
    }
}
