package dev.interestlens.job;

import dev.interestlens.store.FolderLock;
import dev.interestlens.store.Problem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The parent's side of a job that was started here or found running. */
public record ChildProcess(JobFolder folder, ProcessHandle handle, CompletableFuture<JobEnd> end) {
    private static final int PATIENCE_SECONDS = 10;

    /**
     * Starts a command in a process of its own and returns at once. The files of an earlier job in the folder are deleted, except for its output.
     *
     * @param arguments the command's name first
     * @param endsWithParent whether it is cancelled when this process ends
     * @throws dev.interestlens.store.ProblemException of kind RESOURCE if it cannot be started, or the folder is in use
     */
    public static ChildProcess start(Program program, Path path, List<String> arguments, boolean endsWithParent) {
        JobFolder folder = new JobFolder(path);
        if (folder.isAlive()) {
            throw Problem.resource(JobRun.class, "busy", folder.path()).exception();
        }
        folder.begin(
                new JobWork(arguments, endsWithParent, ProcessHandle.current().pid()));
        List<String> line = program.commandLine(
                folder.path().resolve("crash.log"),
                List.of(arguments.get(0), "--job", folder.path().toString()));
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.output().toFile()));
        if (!Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"))
                .newEncoder()
                .canEncode('汉')) {
            builder.environment()
                    .put("LC_ALL", "C.UTF-8"); // a POSIX locale has only ASCII letters; file names may have others
        }
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return new ChildProcess(
                    folder, process.toHandle(), process.onExit().thenApply(ended -> folder.endOf(ended.exitValue())));
        } catch (IOException e) {
            throw Problem.resource(JobFolder.class, "start", folder.path()).because(e);
        }
    }

    /** The process that works in the folder, by whichever program it was started; empty if there is none. */
    public static Optional<ChildProcess> attach(Path path) {
        JobFolder folder = new JobFolder(path);
        return FolderLock.holder(folder.path())
                .map(handle -> new ChildProcess(folder, handle, handle.onExit().thenApply(gone -> folder.endOf(-1))));
    }

    public long pid() {
        return handle.pid();
    }

    public boolean isAlive() {
        return handle.isAlive();
    }

    /** Completes when the process has ended; on another thread. */
    @Override
    public CompletableFuture<JobEnd> end() {
        return end.copy();
    }

    public void wish(Wish wish) {
        folder.wish(wish);
    }

    /** Ends the process without asking it. What it has saved stays. */
    public JobEnd kill() {
        handle.destroyForcibly();
        return end.copy().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** The same, ending the processes that it started first. */
    JobEnd killAll() {
        handle.descendants().forEach(ProcessHandle::destroyForcibly);
        return kill();
    }
}
