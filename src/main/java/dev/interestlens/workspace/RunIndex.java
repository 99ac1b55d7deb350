package dev.interestlens.workspace;

import dev.interestlens.store.FolderLock;
import dev.interestlens.train.run.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The runs of a workspace. Files are read again only where they have changed since the last listing, since reading thousands of journals takes
 * seconds. For one thread at a time.
 */
public final class RunIndex {
    private final Workspace workspace;
    private final Map<RunFolder, Known> known = new HashMap<>();

    /** A summary, with the state of its files. */
    private record Known(List<Stamp> stamps, boolean alive, RunSummary summary) {}

    /** The state of a file: its size and modification time; −1 where there is none. */
    private record Stamp(long size, long nanos) {
        static Stamp of(Path file) {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(now.size(), now.lastModifiedTime().to(TimeUnit.NANOSECONDS));
            } catch (NoSuchFileException none) {
                return new Stamp(-1, -1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public RunIndex(Workspace workspace) {
        this.workspace = workspace;
    }

    /** All runs, newest first; unreadable ones are listed as such. */
    public List<RunSummary> list() {
        List<RunFolder> folders = workspace.runFolders();
        known.keySet().retainAll(folders);
        return folders.stream()
                .map(this::summary)
                .sorted(Comparator.comparingLong(RunSummary::created).reversed())
                .toList();
    }

    private RunSummary summary(RunFolder folder) {
        boolean alive =
                FolderLock.isHeld(folder.path()); // checked first: a run that ends meanwhile has its end in the journal
        List<Stamp> stamps =
                List.of(Stamp.of(folder.description()), Stamp.of(folder.journal()), Stamp.of(RunLabels.file(folder)));
        Known before = known.get(folder);
        if (before != null && before.alive() == alive && before.stamps().equals(stamps)) {
            return before.summary();
        }
        RunSummary now = RunSummary.of(folder);
        known.put(folder, new Known(stamps, alive, now));
        return now;
    }
}
