package dev.interestlens.measurement.quality;

import dev.interestlens.export.report.MeasuredFidelity;
import dev.interestlens.export.report.json.Provenance;
import dev.interestlens.store.FileAccess;
import dev.interestlens.store.SealedJson;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The newest fidelity report of a run, also where the run has newer weights. */
public final class RunFidelity {
    private static final String BEST = "best.safetensors";

    private RunFidelity() {}

    /** The complete report; empty where the run was never measured. */
    public static Optional<MeasuredFidelity> read(RunFolder run) {
        return FidelityFigures.files(run).stream()
                .findFirst()
                .map(file -> FileAccess.get(() -> {
                    MeasuredFidelity found = SealedJson.read(file, MeasuredFidelity.class);
                    long written = Files.getLastModifiedTime(file).toMillis();
                    Path best = run.checkpoints().resolve(BEST);
                    boolean older = Files.exists(best)
                            && Files.getLastModifiedTime(best).toMillis() > written;
                    RunDescription description = run.read();
                    Provenance unknown = new Provenance(
                            description.name(), description.config().model().id(), "", "", "test", written / 1000);
                    return found.from(found.source().run().isEmpty() ? unknown : found.source())
                            .older(older);
                }));
    }
}
