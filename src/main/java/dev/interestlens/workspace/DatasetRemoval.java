package dev.interestlens.workspace;

import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FileAccess;
import dev.interestlens.store.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes prepared data sets. A data set is marked first and is not a data set from then on; files that are still open, which some systems refuse to
 * remove, are removed by the next {@link #finish}.
 */
public record DatasetRemoval(Disk disk, Workspace workspace) {
    private static final Logger LOG = LoggerFactory.getLogger(DatasetRemoval.class);
    private static final String DESCRIPTION = "dataset.json";
    private static final String MARK = "dataset.deleted";
    private static final int NAMED = 3;

    /** Bytes that a data set takes on the disk. */
    public static long bytes(Path dataset) {
        return FileAccess.get(() -> Disk.inside(dataset)).stream()
                .filter(Files::isRegularFile)
                .mapToLong(file -> file.toFile().length())
                .sum();
    }

    /**
     * Removes a data set from the disk.
     *
     * @throws dev.interestlens.store.ProblemException where it is outside the workspace, a run of the workspace needs it, or it cannot be marked
     */
    public void remove(Path dataset) {
        if (!workspace.datasets().equals(dataset.getParent())) {
            throw Problem.usage(DatasetRemoval.class, "foreignDataset", dataset).exception();
        }
        requireUnneeded(dataset);
        try {
            disk.move(dataset.resolve(DESCRIPTION), dataset.resolve(MARK));
        } catch (IOException e) {
            throw AtomicFile.writeFailed(disk, dataset.resolve(MARK), 0, e);
        }
        clear(dataset);
    }

    private void requireUnneeded(Path dataset) {
        List<RunSummary> runs = workspace.listRuns().stream()
                .filter(run ->
                        run.description() != null && run.description().dataset().equals(dataset))
                .toList();
        runs.stream().filter(RunSummary::isAlive).findFirst().ifPresent(run -> {
            throw refusal("datasetAtWork", dataset, run.name());
        });
        new RunQueue(disk, workspace)
                .read().stream()
                        .filter(run -> run.wanted().dataset().equals(dataset))
                        .findFirst()
                        .ifPresent(run -> {
                            throw refusal("datasetQueued", dataset, run.name());
                        });
        if (!runs.isEmpty()) {
            String names = runs.stream().limit(NAMED).map(RunSummary::name).collect(Collectors.joining(", "));
            throw refusal("datasetNeeded", dataset, names + (runs.size() > NAMED ? " …" : ""));
        }
    }

    private static RuntimeException refusal(String key, Path dataset, String runs) {
        return Problem.usage(DatasetRemoval.class, key, dataset).exception("runs", runs);
    }

    /** Removes remaining files of marked data sets. */
    public void finish() {
        Disk.list(workspace.datasets()).stream()
                .filter(folder -> Files.exists(folder.resolve(MARK)))
                .forEach(this::clear);
    }

    // The mark is removed last, so that remaining files are found again.
    private void clear(Path dataset) {
        Path mark = dataset.resolve(MARK);
        try {
            for (Path path : Disk.inside(dataset)) {
                if (!path.equals(mark) && !path.equals(dataset)) {
                    disk.delete(path);
                }
            }
            disk.delete(mark);
            disk.delete(dataset);
        } catch (IOException e) {
            LOG.warn("{} is marked and will be removed later", dataset, e);
        }
    }
}
