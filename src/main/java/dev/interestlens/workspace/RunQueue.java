package dev.interestlens.workspace;

import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.train.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The queue of runs, in order: {@code queue.json} of a workspace, so that it outlives the window. */
public record RunQueue(Disk disk, Workspace workspace) {
    /** @param goesOn null in files of before, where every run was a new one */
    private record Entry(String run, String dataset, Boolean goesOn) {
        boolean isBegun() {
            return Boolean.TRUE.equals(goesOn);
        }
    }

    private record Kept(List<Entry> runs) {}

    /** Takes folders for runs; {@link #write} puts them into the queue. */
    public List<QueuedRun> reserve(List<QueuedRun.Wanted> wanted) {
        return wanted.stream()
                .map(each -> QueuedRun.reserve(disk, workspace, each))
                .toList();
    }

    /** The waiting runs, without those that were begun, went on or were removed meanwhile. */
    public List<QueuedRun> read() {
        if (!Files.exists(file())) {
            return List.of();
        }
        return Json.read(file(), Kept.class).runs().stream()
                .filter(entry -> entry.isBegun() ? RunSummary.of(folder(entry)).canResume() : waits(folder(entry)))
                .map(this::run)
                .toList();
    }

    private QueuedRun run(Entry entry) {
        RunFolder folder = folder(entry);
        return entry.isBegun()
                ? QueuedRun.goingOn(folder, entry.dataset())
                : new QueuedRun(
                        folder,
                        new QueuedRun.Wanted(Path.of(entry.dataset()), RunRequest.read(folder), RunLabels.read(folder)),
                        false);
    }

    /** Replaces the queue. */
    public void write(List<QueuedRun> runs) {
        List<Entry> entries = runs.stream()
                .map(run -> new Entry(
                        run.folder().folderName(), run.wanted().dataset().toString(), run.goesOn()))
                .toList();
        Json.write(disk, file(), new Kept(entries));
    }

    /** Removes the folder of a run that is not to be trained any more; what was begun stays. */
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
