package dev.interestlens.measurement.quality;

import dev.interestlens.store.Disk;
import dev.interestlens.store.FileAccess;
import dev.interestlens.store.Sha256;
import dev.interestlens.train.Versions;
import dev.interestlens.train.run.RunFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What was measured of a run, in its folder, so that it is measured once. Files are named by the weights, by what was measured of them and by the version
 * of the program; those of earlier weights are deleted.
 */
public final class MeasuredFolder {
    /** Raised whenever what is measured, or how it is written, changes. */
    private static final int FORMAT = 3;

    /** Letters of a checksum in a name. */
    public static final int SUM = 12;

    private final Path folder;
    private final String weights;

    private MeasuredFolder(Path folder, String weights) {
        this.folder = folder;
        this.weights = weights;
    }

    /** That of a run's best weights; empty where the run has none. */
    public static Optional<MeasuredFolder> of(RunFolder run) {
        return run.sums()
                .best()
                .map(best -> new MeasuredFolder(
                        folder(run), FileAccess.get(() -> Sha256.of(best)).substring(0, SUM)));
    }

    /** The first letters of the checksum of the weights. */
    public String weights() {
        return weights;
    }

    /** @param of what was measured, such as the settings in a line */
    public Path file(String of, String ending) {
        String whole = FORMAT + " " + Versions.program() + " " + of;
        String name = Sha256.of(whole.getBytes(StandardCharsets.UTF_8)).substring(0, SUM);
        return folder.resolve(weights + "-" + name + ending);
    }

    /** All of these weights. */
    public List<Path> files() {
        return Disk.list(folder).stream().filter(this::isOfThese).toList();
    }

    /** All of a run, of whatever weights. */
    static List<Path> ofAnyWeights(RunFolder run) {
        return Disk.list(folder(run));
    }

    private static Path folder(RunFolder run) {
        return run.path().resolve("measured");
    }

    /** Deletes what was measured of other weights. */
    public void removeEarlier(Disk disk) {
        for (Path file : Disk.list(folder)) {
            if (!isOfThese(file)) {
                FileAccess.run(() -> disk.delete(file));
            }
        }
    }

    private boolean isOfThese(Path file) {
        return file.getFileName().toString().startsWith(weights);
    }
}
