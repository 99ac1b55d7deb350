package dev.interestlens.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.export.report.MeasuredFidelity;
import dev.interestlens.export.report.json.FidelityReading;
import dev.interestlens.export.report.json.Provenance;
import dev.interestlens.store.FileAccess;
import dev.interestlens.store.SealedJson;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The fidelity report in a run's folder. */
public final class RunFidelity {
    private static final String BEST = "best.safetensors";

    private RunFidelity() {}

    /** The complete report; empty where the run was never measured. */
    public static Optional<MeasuredFidelity> read(RunFolder run) {
        Path file = FidelityFigures.file(run);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return FileAccess.get(() -> {
            JsonNode tree = SealedJson.read(file, JsonNode.class);
            JsonNode source = tree.path("source");
            RunDescription description = run.read();
            long written = Files.getLastModifiedTime(file).toMillis();
            Path best = run.checkpoints().resolve(BEST);
            boolean older =
                    Files.exists(best) && Files.getLastModifiedTime(best).toMillis() > written;
            Provenance from = new Provenance(
                    source.path("run").asText(description.name()),
                    source.path("model").asText(description.config().model().id()),
                    source.path("dataset").asText(""),
                    source.path("planted").asText(""),
                    source.path("part").asText("test"),
                    source.path("created").asLong(written / 1000));
            return Optional.of(new MeasuredFidelity(FidelityReading.of(tree), from, older));
        });
    }
}
