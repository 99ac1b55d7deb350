package dev.interestlens.workspace.measurement;

import dev.interestlens.store.Disk;
import dev.interestlens.store.FileAccess;
import dev.interestlens.store.Json;
import dev.interestlens.store.SealedJson;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.measure.MeasuredFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/** The results of one measurement of a run, one for each settings, of the best weights that the run has now. */
final class KeptResults<R> {
    private final MeasuredFolder folder;
    private final Class<R> type;
    private final String ending;

    private KeptResults(MeasuredFolder folder, Measurement<?, R> measurement) {
        this.folder = folder;
        type = measurement.result();
        ending = "." + measurement.id() + ".json";
    }

    /** Empty where the run has no weights. */
    static <R> Optional<KeptResults<R>> of(RunFolder run, Measurement<?, R> measurement) {
        return MeasuredFolder.of(run).map(folder -> new KeptResults<>(folder, measurement));
    }

    Optional<R> read(Record settings) {
        return Optional.of(file(settings)).filter(Files::exists).map(this::read);
    }

    /** The last that was written. */
    Optional<R> newest() {
        return folder.files().stream()
                .filter(file -> file.getFileName().toString().endsWith(ending))
                .max(Comparator.comparing(file -> FileAccess.get(() -> Files.getLastModifiedTime(file))))
                .map(this::read);
    }

    void write(Record settings, R found) {
        folder.removeEarlier(Disk.real());
        SealedJson.write(Disk.real(), file(settings), found);
    }

    private R read(Path file) {
        return SealedJson.read(file, type);
    }

    private Path file(Record settings) {
        return folder.file(Json.line(settings), ending);
    }
}
