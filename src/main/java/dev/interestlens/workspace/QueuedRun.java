package dev.interestlens.workspace;

import dev.interestlens.store.Disk;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunFolder;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A run in the queue: its folder holds the configuration, and nothing has been trained, or a training that is to go on.
 *
 * @param goesOn whether it was begun before, and goes on from its last checkpoint
 */
public record QueuedRun(RunFolder folder, Wanted wanted, boolean goesOn) {

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
        return new QueuedRun(folder, wanted, false);
    }

    /** A begun run that is to go on. */
    static QueuedRun goingOn(RunFolder folder, String dataset) {
        Wanted wanted = new Wanted(Path.of(dataset), folder.read().config(), RunLabels.read(folder));
        return new QueuedRun(folder, wanted, true);
    }

    /** The same for one of the list. */
    public static QueuedRun goingOn(RunSummary run) {
        return new QueuedRun(
                run.folder(),
                new Wanted(run.description().dataset(), run.description().config(), run.labels()),
                true);
    }

    /** Its name. */
    public String name() {
        return wanted.labels().name().isEmpty()
                ? folder.folderName()
                : wanted.labels().name();
    }
}
