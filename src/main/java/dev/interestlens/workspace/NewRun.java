package dev.interestlens.workspace;

import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FolderLock;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.Problem;
import dev.interestlens.store.TemporaryName;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The folder of a run that is about to be trained, with its lock. Only one of two processes gets the same folder. Until training has begun, closing
 * it removes the new files and restores the run that was to be replaced.
 *
 * <p>The file {@code unfinished} in it means that no run was described yet: a process that finds it without the lock being held may begin again. The
 * file holds the name of the folder to which a replaced run was moved; the next process that uses the folder restores that run first.
 */
public final class NewRun implements AutoCloseable {
    private static final String UNFINISHED = "unfinished";

    private final RunFolder folder;
    private final FolderLock lock;
    private final Path replaced;
    private boolean begun;

    private NewRun(RunFolder folder, FolderLock lock, Path replaced) {
        this.folder = folder;
        this.lock = lock;
        this.replaced = replaced;
    }

    /** In a folder whose lock the current job already holds, and which contains files of the job. */
    public static NewRun ofJob(RunFolder folder) {
        if (folder.exists()) {
            throw exists(folder);
        }
        return new NewRun(folder, null, null);
    }

    /**
     * Throws where no run can be trained in a folder; called before any work.
     *
     * @param inputs what the training reads
     */
    public static void check(RunFolder folder, OutputPath.Existing existing, List<Path> inputs) {
        if (Files.isDirectory(folder.path()) && FolderLock.isHeld(folder.path())) {
            throw busy(folder);
        }
        if (isUnfinished(folder)) {
            return;
        }
        if (folder.exists() && existing == OutputPath.Existing.REFUSED) {
            throw exists(folder);
        }
        OwnFolders.outside(OutputPath.folder(folder.path(), RunFolder.KIND, existing), inputs);
    }

    /** Makes the folder, or uses one in which no training began. */
    public static NewRun begin(RunFolder folder, OutputPath.Existing existing, List<Path> inputs) {
        putBack(folder);
        check(folder, existing, inputs);
        Path path = folder.path();
        Path aside = null;
        try {
            Files.createDirectories(path.getParent());
            if (existing == OutputPath.Existing.REPLACED && folder.exists()) {
                aside = TemporaryName.beside(path);
                Disk.real().move(path, aside);
            }
            boolean unfinished = isUnfinished(folder);
            if (!unfinished) {
                Files.createDirectory(path);
            }
            FolderLock lock = FolderLock.tryAcquire(path).orElseThrow(() -> busy(folder));
            if (unfinished) {
                clear(path);
            }
            String name = aside == null ? "" : aside.getFileName().toString();
            Files.writeString(path.resolve(UNFINISHED), name, StandardOpenOption.CREATE_NEW);
            return new NewRun(folder, lock, aside);
        } catch (FileAlreadyExistsException e) {
            throw busy(folder); // another process was faster
        } catch (IOException e) {
            throw AtomicFile.writeFailed(Disk.real(), path, 0, e);
        }
    }

    /** Restores the run that a killed process had moved away to replace it. */
    private static void putBack(RunFolder folder) {
        Path path = folder.path();
        if (!isUnfinished(folder)) {
            return;
        }
        try {
            Path aside = path.resolveSibling(Files.readString(path.resolve(UNFINISHED)));
            if (TemporaryName.is(aside) && new RunFolder(aside).exists()) {
                FolderLock lock = FolderLock.tryAcquire(path).orElseThrow(() -> busy(folder));
                new NewRun(folder, lock, aside).close();
            }
        } catch (IOException e) {
            throw AtomicFile.writeFailed(Disk.real(), path, 0, e);
        }
    }

    public RunFolder folder() {
        return folder;
    }

    /** Writes the description of the run. */
    public void describe(RunDescription description) {
        Trainer.describe(Disk.real(), folder, description);
        try {
            Files.deleteIfExists(folder.path().resolve(UNFINISHED));
        } catch (IOException e) {
            throw AtomicFile.writeFailed(Disk.real(), folder.path(), 0, e);
        }
    }

    /** Training has begun: from now on the run is kept, and the replaced one is removed. */
    public void begun() {
        if (begun) {
            return;
        }
        begun = true;
        if (replaced != null) {
            try {
                Disk.real().deleteAll(replaced);
            } catch (IOException e) {
                throw AtomicFile.writeFailed(Disk.real(), replaced, 0, e);
            }
        }
    }

    @Override
    public void close() {
        try {
            if (!begun && lock == null) {
                Files.deleteIfExists(folder.description());
            } else if (!begun) {
                clear(folder.path());
            }
            if (lock != null) {
                lock.close();
            }
            if (!begun && lock != null) {
                Disk.real().deleteAll(folder.path());
                if (replaced != null) {
                    Disk.real().move(replaced, folder.path());
                }
            }
        } catch (IOException e) {
            throw AtomicFile.writeFailed(Disk.real(), folder.path(), 0, e);
        }
    }

    private static boolean isUnfinished(RunFolder folder) {
        return !folder.exists() && Files.isRegularFile(folder.path().resolve(UNFINISHED));
    }

    /** Removes everything but the lock. Only for a folder that was made here without a training. */
    private static void clear(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve("run.json"));
        for (Path path : Disk.inside(folder)) {
            boolean kept = path.equals(folder) || path.getParent().equals(folder) && isLock(path);
            if (!kept) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static boolean isLock(Path path) {
        return path.getFileName().toString().matches("lock|lock\\.owner");
    }

    private static RuntimeException busy(RunFolder folder) {
        return Problem.usage(RunDescription.class, "busy", folder.path()).exception();
    }

    private static RuntimeException exists(RunFolder folder) {
        return Problem.usage(Trainer.class, "runExists", folder.path()).exception();
    }
}
