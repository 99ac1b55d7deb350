package dev.interestlens.measurement;

import dev.interestlens.measurement.quality.MeasuredFolder;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FileAccess;
import dev.interestlens.store.Json;
import dev.interestlens.store.SealedJson;
import dev.interestlens.store.Sha256;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.RunLabels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The results of one measurement of a run, or of several together, one for each settings, of the best weights that they have now. */
final class KeptResults<R> {
    private final MeasuredFolder folder;
    private final Class<R> type;
    private final String ending;

    private KeptResults(MeasuredFolder folder, String others, Measurement<?, R> measurement) {
        this.folder = folder;
        type = measurement.result();
        ending = others + "." + measurement.id() + ".json";
    }

    /** Empty where the run has no weights. */
    static <R> Optional<KeptResults<R>> of(RunFolder run, Measurement<?, R> measurement) {
        return MeasuredFolder.of(run).map(folder -> new KeptResults<>(folder, "", measurement));
    }

    /** Of runs together, by their names, which results hold, and by the weights of all; empty where one has none. */
    static <R> Optional<KeptResults<R>> of(List<RunFolder> runs, Measurement<?, R> measurement) {
        StringBuilder all = new StringBuilder();
        for (RunFolder run : runs) {
            Optional<MeasuredFolder> folder = MeasuredFolder.of(run);
            if (folder.isEmpty()) {
                return Optional.empty();
            }
            all.append(RunLabels.shown(run))
                    .append(' ')
                    .append(folder.get().weights())
                    .append('\n');
        }
        String sum = Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8)).substring(0, MeasuredFolder.SUM);
        return MeasuredFolder.of(runs.get(0)).map(folder -> new KeptResults<>(folder, "." + sum, measurement));
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
