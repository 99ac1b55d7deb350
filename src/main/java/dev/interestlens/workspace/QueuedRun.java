package dev.interestlens.workspace;

import dev.interestlens.store.Disk;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunFolder;
import java.nio.file.Path;
import java.util.Objects;

/** A run in the queue: its folder holds the configuration, and nothing has been trained. */
public record QueuedRun(RunFolder folder, Wanted wanted) {

    /**
     * What is to be trained.
     *
     * @param dataset folder of the prepared data set
     * @param labels of the run
     */
    public record Wanted(Path dataset, ExperimentConfig config, RunLabels labels) {
        public Wanted {
            Objects.requireNonNull(dataset);
            Objects.requireNonNull(config);
            Objects.requireNonNull(labels);
        }
    }

    /** Reserves a new folder and writes its configuration and labels there. */
    static QueuedRun reserve(Disk disk, Workspace workspace, Wanted wanted) {
        RunFolder folder = workspace.newRun(wanted.config().model().id());
        RunRequest.write(disk, folder, wanted.config());
        if (!wanted.labels().areNone()) {
            wanted.labels().write(disk, folder);
        }
        return new QueuedRun(folder, wanted);
    }

    /** Its name. */
    public String name() {
        return wanted.labels().name().isEmpty()
                ? folder.folderName()
                : wanted.labels().name();
    }
}
