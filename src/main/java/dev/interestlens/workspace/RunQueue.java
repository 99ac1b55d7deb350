package dev.interestlens.workspace;

import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.train.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The queue of runs, in order: {@code queue.json} of a workspace, so that it outlives the window. */
public record RunQueue(Disk disk, Workspace workspace) {
    private record Entry(String run, String dataset) {}

    private record Kept(List<Entry> runs) {}

    /** Takes folders for runs; {@link #write} puts them into the queue. */
    public List<QueuedRun> reserve(List<QueuedRun.Wanted> wanted) {
        return wanted.stream()
                .map(each -> QueuedRun.reserve(disk, workspace, each))
                .toList();
    }

    /** The waiting runs, without those that were begun or removed meanwhile. */
    public List<QueuedRun> read() {
        if (!Files.exists(file())) {
            return List.of();
        }
        return Json.read(file(), Kept.class).runs().stream()
                .filter(entry -> waits(folder(entry)))
                .map(entry -> new QueuedRun(
                        folder(entry),
                        new QueuedRun.Wanted(
                                Path.of(entry.dataset()),
                                RunRequest.read(folder(entry)),
                                RunLabels.read(folder(entry)))))
                .toList();
    }

    /** Replaces the queue. */
    public void write(List<QueuedRun> runs) {
        List<Entry> entries = runs.stream()
                .map(run -> new Entry(
                        run.folder().folderName(), run.wanted().dataset().toString()))
                .toList();
        Json.write(disk, file(), new Kept(entries));
    }

    /** Removes the folder of a run that is not to be trained any more. */
    public void discard(QueuedRun run) {
        if (waits(run.folder())) {
            workspace.delete(disk, run.folder());
        }
    }

    private boolean waits(RunFolder folder) {
        return RunRequest.exists(folder) && !folder.exists();
    }

    private RunFolder folder(Entry entry) {
        return new RunFolder(workspace.runs().resolve(entry.run()));
    }

    private Path file() {
        return workspace.root().resolve("queue.json");
    }
}
