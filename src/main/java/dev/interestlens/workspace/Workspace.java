package dev.interestlens.workspace;

import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FolderLock;
import dev.interestlens.store.Problem;
import dev.interestlens.train.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** A person's data sets and runs: {@code datasets/}, {@code runs/}, {@code logs/} and {@code settings.json} below one folder. */
public record Workspace(Path root) {
    public Workspace {
        root = root.toAbsolutePath().normalize();
    }

    /** {@code InterestLens} in the person's home, or what the system property {@code interestlens.home} names. */
    public static Workspace ofUser() {
        String chosen = System.getProperty("interestlens.home");
        return new Workspace(chosen == null ? home().resolve("InterestLens") : Path.of(chosen));
    }

    /**
     * The user's own folder. Java says "?" where the system has no entry for the user, as in a container.
     *
     * @throws dev.interestlens.store.ProblemException where the environment does not name one either
     */
    public static Path home() {
        return home(System.getProperty("user.home", ""), System.getenv("HOME"));
    }

    static Path home(String known, String environment) {
        if (!known.isBlank() && !known.equals("?")) {
            return Path.of(known);
        }
        if (environment == null
                || environment.isBlank()
                || !Path.of(environment).isAbsolute()) {
            throw Problem.usage(Workspace.class, "noHome").exception();
        }
        return Path.of(environment);
    }

    public Path datasets() {
        return root.resolve("datasets");
    }

    public Path runs() {
        return root.resolve("runs");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** Folders of short jobs, such as exports. */
    public Path jobs() {
        return root.resolve("jobs");
    }

    /** TensorBoard's event files of trainings, one folder for each run. */
    public Path boards() {
        return root.resolve("tensorboard");
    }

    public Path settings() {
        return root.resolve("settings.json");
    }

    /** Saved filters. */
    public Path queries() {
        return root.resolve("queries.json");
    }

    /** How long measurements took. */
    public Path times() {
        return root.resolve("times.json");
    }

    /** Makes the folders. */
    public Workspace create(Disk disk) {
        for (Path folder : List.of(datasets(), runs(), logs())) {
            try {
                disk.createFolders(folder);
            } catch (IOException e) {
                throw AtomicFile.writeFailed(disk, folder, 0, e);
            }
        }
        return this;
    }

    /** A run folder that was never used, named after a model and numbered. */
    public RunFolder newRun(String model) {
        return new RunFolder(free(runs(), model, base -> DeletedRuns.read(this).highest(base) + 1));
    }

    /** A data set folder that is not used yet. */
    public Path newDataset(String name) {
        return free(datasets(), name, base -> 1);
    }

    /** A job folder that is not used yet. */
    public Path newJob(String command) {
        return free(jobs(), command, base -> 1);
    }

    private static Path free(Path folder, String name, ToIntFunction<String> from) {
        String safe = name.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        String base = safe.isEmpty() ? "unnamed" : safe.length() > 60 ? safe.substring(0, 60) : safe;
        for (int number = from.applyAsInt(base); ; number++) {
            Path candidate = folder.resolve(String.format(Locale.ROOT, "%s-%03d", base, number));
            if (!Files.exists(candidate)) {
                return candidate;
            }
        }
    }

    /** All runs, newest first; unreadable ones are listed as such. */
    public List<RunSummary> listRuns() {
        return new RunIndex(this).list();
    }

    /** Folders of all runs, by name. */
    List<RunFolder> runFolders() {
        return folders(runs(), "run.json").stream().map(RunFolder::new).toList();
    }

    /**
     * Removes a run from the disk with all its checkpoints. Its description is removed first, so that the rest of a run that cannot be removed
     * completely is not a run. Its name is not reused, so that it never refers to another run.
     *
     * @throws dev.interestlens.store.ProblemException where it is still running, is outside the workspace, or a file cannot be removed
     */
    public void delete(Disk disk, RunFolder run) {
        if (!run.path().startsWith(runs())) {
            throw Problem.usage(Workspace.class, "foreignRun", run.path()).exception();
        }
        if (FolderLock.isHeld(run.path())) {
            throw Problem.usage(Workspace.class, "runAtWork", run.path()).exception();
        }
        try {
            List<Path> inside = Disk.inside(run.path());
            if (run.exists()) {
                disk.delete(run.description());
            }
            for (Path path : inside) {
                if (!path.equals(run.description())) {
                    disk.delete(path);
                }
            }
        } catch (IOException e) {
            throw Problem.resource(Workspace.class, "cannotDelete", run.path()).exception(e);
        }
        DeletedRuns.read(this).with(run.folderName()).write(disk, this);
    }

    /** Folders of all prepared data sets, by name. */
    public List<Path> listDatasets() {
        return folders(datasets(), "dataset.json");
    }

    private static List<Path> folders(Path parent, String mark) {
        return Disk.list(parent).stream()
                .filter(folder -> Files.exists(folder.resolve(mark)))
                .toList();
    }
}
