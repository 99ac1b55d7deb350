package dev.interestlens.cli.console;

import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What {@code --data} means: a prepared data set, or a source that is prepared first. */
public final class DataArgument {
    private DataArgument() {}

    /** The folder of the data set; a source is prepared into {@code target} first. */
    public static Path dataset(Path data, Path target, Progress progress) {
        if (Files.exists(data.resolve("dataset.json"))) {
            return data.toAbsolutePath().normalize();
        }
        Sources.prepare(List.of(data), PrepareOptions.defaults(), target, progress)
                .close();
        return target.toAbsolutePath().normalize();
    }
}
