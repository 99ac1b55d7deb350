package dev.interestlens.workspace;

import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;

/** The configuration in the folder of a run that is to be trained, for {@code train --config}. */
public final class RunRequest {
    private RunRequest() {}

    /** The file that was written. */
    public static Path write(Disk disk, RunFolder folder, ExperimentConfig config) {
        Path file = file(folder);
        Json.write(disk, file, ConfigJson.tree(config));
        return file;
    }

    /** Its file. */
    public static Path file(RunFolder folder) {
        return folder.path().resolve("requested.json");
    }

    static boolean exists(RunFolder folder) {
        return Files.exists(file(folder));
    }

    static ExperimentConfig read(RunFolder folder) {
        return Json.object(file(folder), ConfigJson::parseOlder);
    }
}
