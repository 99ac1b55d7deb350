package dev.interestlens.job;

import dev.interestlens.store.FolderLock;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import java.nio.file.Path;
import java.util.List;

/** The child's side of a job: holds the folder's lock while it works and records how it ended. */
public final class JobRun implements AutoCloseable {

    private final JobFolder folder;
    private final JobWork work;
    private final FolderLock lock;

    private JobRun(JobFolder folder, JobWork work, FolderLock lock) {
        this.folder = folder;
        this.work = work;
        this.lock = lock;
    }

    /**
     * Starts the work in the folder. If it is to end with its parent, it is cancelled as soon as the parent has ended.
     *
     * @throws dev.interestlens.store.ProblemException if there is no work, or another process does it
     */
    public static JobRun begin(Path path) {
        JobFolder folder = new JobFolder(path);
        JobWork work = Json.read(folder.work(), JobWork.class);
        FolderLock lock = FolderLock.tryAcquire(folder.path())
                .orElseThrow(() ->
                        Problem.resource(JobRun.class, "busy", folder.path()).exception());
        SessionPriority.lower();
        if (work.endsWithParent()) {
            Parent.whenGone(ProcessHandle.of(work.parent()), () -> folder.wish(Wish.CANCEL));
        }
        return new JobRun(folder, work, lock);
    }

    public JobFolder folder() {
        return folder;
    }

    /** The command and its arguments. */
    public List<String> arguments() {
        return work.arguments();
    }

    /** Records the end; without it, observers conclude that the process was killed. */
    public void ended(int exitCode) {
        folder.ended(exitCode, null);
    }

    /** Records the end with its problem. */
    public void ended(Problem problem) {
        folder.ended(problem.kind().exitCode(), problem);
    }

    /** Releases the lock of the folder. */
    @Override
    public void close() {
        lock.close();
    }
}
