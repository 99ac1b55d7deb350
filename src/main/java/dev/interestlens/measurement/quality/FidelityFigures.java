package dev.interestlens.measurement.quality;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.export.report.MeasuredFidelity;
import dev.interestlens.metric.Interval;
import dev.interestlens.store.FileAccess;
import dev.interestlens.store.SealedJson;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The few figures of a fidelity report that a comparison of runs shows, and where reports of a run are kept: among what was measured of it and, as older
 * versions and exports do, in {@code RUN/fidelity.json}.
 *
 * @param samples predictions that were measured
 * @param tau rank correlation of Look and |Effect|, mean
 * @param tauInterval 95 %
 * @param orderSkill of Look: 0 as good as random, 1 as good as the measured Effect; NaN where it is not defined
 */
public record FidelityFigures(int samples, double tau, Interval tauInterval, double orderSkill) {
    private static final double CONFIDENCE = 0.95;
    private static final String KEPT = ".fidelity.json";

    /** The file in the run's folder itself. */
    public static Path file(RunFolder folder) {
        return folder.path().resolve("fidelity.json");
    }

    /** All reports of a run, of whatever weights, the newest first. */
    static List<Path> files(RunFolder folder) {
        Stream<Path> measured = MeasuredFolder.ofAnyWeights(folder).stream()
                .filter(file -> file.getFileName().toString().endsWith(KEPT));
        return Stream.concat(measured, Stream.of(file(folder)).filter(Files::exists))
                .sorted(Comparator.comparing((Path file) -> FileAccess.get(() -> Files.getLastModifiedTime(file)))
                        .reversed())
                .toList();
    }

    /** The newest report of some weights, by their checksum. */
    public static Optional<JsonNode> kept(RunFolder folder, String weights) {
        return files(folder).stream()
                .map(file -> SealedJson.read(file, JsonNode.class))
                .filter(tree -> tree.path(MeasuredFidelity.WEIGHTS).asText().equals(weights))
                .findFirst();
    }

    /** The newest report of the opened weights. */
    public static Optional<JsonNode> kept(OpenRun run) {
        return kept(run.folder(), run.weightsSum());
    }

    /** Reads them from the newest report of a run; empty where it was never measured. */
    public static Optional<FidelityFigures> read(RunFolder folder) {
        return files(folder).stream().findFirst().map(file -> of(SealedJson.read(file, JsonNode.class)));
    }

    private static FidelityFigures of(JsonNode tree) {
        JsonNode tau = tree.path("look").path("tau");
        return new FidelityFigures(
                tree.path("samples").asInt(),
                tau.path("mean").asDouble(Double.NaN),
                new Interval(
                        tau.path("low").asDouble(Double.NaN), tau.path("high").asDouble(Double.NaN), CONFIDENCE),
                tree.path("look").path("orderSkill").path("mean").asDouble(Double.NaN));
    }
}
