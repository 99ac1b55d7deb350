package dev.interestlens.measurement.quality;

import dev.interestlens.data.Layout;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.synth.Shop;
import dev.interestlens.data.synth.ShopTruth;
import dev.interestlens.data.synth.cause.Cause;
import dev.interestlens.data.synth.cause.CausesReader;
import dev.interestlens.store.FileAccess;
import dev.interestlens.store.Json;
import dev.interestlens.store.Scratch;
import dev.interestlens.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the known causes of choices: planted ones lie in the data set, those of the bundled shop in the program, others in a given file. */
public final class PlantedCauses {
    private PlantedCauses() {}

    /** From {@code causes.csv}. */
    public static Map<String, List<Cause>> read(Path file) {
        return CausesReader.read(file);
    }

    /**
     * Those planted in a copy of a log, or of a data set that was made from the bundled shop's events; empty for any other, and for a copy that was
     * exported and imported again, whose causes are not part of the export.
     */
    public static Optional<Map<String, List<Cause>>> of(PreparedDataset data) {
        Path causes = data.folder().resolve(Layout.CAUSES);
        if (data.info().planted().isEmpty()) {
            return bundled(data);
        }
        return Files.exists(causes) ? Optional.of(CausesReader.read(causes)) : Optional.empty();
    }

    private static Optional<Map<String, List<Cause>>> bundled(PreparedDataset data) {
        return FileAccess.get(() -> {
            String sum = Sha256.of(resource("events.csv"));
            if (data.info().origin().sources().stream()
                    .noneMatch(source -> source.sha256().equals(sum))) {
                return Optional.empty();
            }
            try (Scratch scratch = Scratch.create();
                    InputStream in = PlantedCauses.class.getResourceAsStream("/sample-data/causes.csv")) {
                Path copy = scratch.folder().resolve(Layout.CAUSES);
                Files.copy(in, copy);
                return Optional.of(CausesReader.read(copy));
            }
        });
    }

    /** The exact distribution of the bundled shop, for data that were made from its events; empty for any other. */
    public static Optional<ShopTruth> bundledLaw(PreparedDataset data) {
        return FileAccess.get(() -> {
            if (data.info().planted().isPresent() || bundled(data).isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new ShopTruth(
                    Json.read(resource("params.json"), Shop.Report.class).settings()));
        });
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = PlantedCauses.class.getResourceAsStream("/sample-data/" + name)) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }
}
