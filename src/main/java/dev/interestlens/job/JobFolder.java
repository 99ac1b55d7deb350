package dev.interestlens.job;

import dev.interestlens.store.Disk;
import dev.interestlens.store.FolderLock;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files through which a job and its observers communicate. */
public record JobFolder(Path path) {

    private static final Logger LOG = LoggerFactory.getLogger(JobFolder.class);
    private static final int LAST_WORDS = 2000;
    /** What the virtual machine prints before it ends for lack of memory. */
    private static final String OUT_OF_MEMORY = "Terminating due to java.lang.OutOfMemoryError";

    /** What {@code control.json} holds. */
    private record Control(Wish wish) {}

    /** What {@code exit.json} holds; the problem's parts are null where there was none. */
    private record Exit(int code, String owner, Problem.Kind kind, String key, Map<String, String> values) {
        boolean isWhole() {
            return owner != null && kind != null && key != null && values != null && !values.containsValue(null);
        }
    }

    public JobFolder {
        path = path.toAbsolutePath().normalize();
    }

    public Path work() {
        return path.resolve("job.json");
    }

    public Path control() {
        return path.resolve("control.json");
    }

    public Path output() {
        return path.resolve("output.log");
    }

    public Path exit() {
        return path.resolve("exit.json");
    }

    /** Whether a process works in the folder. */
    public boolean isAlive() {
        return FolderLock.isHeld(path);
    }

    /** Tells the job, which reads it between batches. The last wish counts. */
    public void wish(Wish wish) {
        Json.write(Disk.real(), control(), new Control(wish));
    }

    /** The last thousands of bytes that the job printed, from the beginning of a line on; empty if there is nothing. */
    public String lastOutput(int bytes) {
        if (!Files.exists(output())) {
            return "";
        }
        try (SeekableByteChannel channel = Files.newByteChannel(output())) {
            long from = Math.max(0, channel.size() - bytes);
            ByteBuffer tail = ByteBuffer.allocate((int) (channel.size() - from));
            channel.position(from);
            while (tail.hasRemaining() && channel.read(tail) >= 0) {}
            String text = new String(tail.array(), 0, tail.position(), StandardCharsets.UTF_8);
            return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the last job in this folder ended; empty while it runs or if there was none. */
    public Optional<JobEnd> end() {
        if (!Files.exists(work()) || isAlive()) {
            return Optional.empty();
        }
        return Optional.of(endOf(-1));
    }

    /** @param seen the exit code that the parent received, or -1 */
    JobEnd endOf(int seen) {
        Exit exit = Files.exists(exit()) ? readExit() : null;
        if (exit == null) {
            return new JobEnd(
                    seen, Optional.empty(), true, lastOutput(LAST_WORDS).contains(OUT_OF_MEMORY));
        }
        return new JobEnd(seen < 0 ? exit.code() : seen, Optional.ofNullable(problem(exit)), false, false);
    }

    /** Null where the file cannot be read: then it is unknown how the job ended. */
    private Exit readExit() {
        try {
            return Json.read(exit(), Exit.class);
        } catch (ProblemException e) {
            LOG.warn("{} cannot be read: {}", exit(), e.problem().key());
            return null;
        }
    }

    /** Makes the folder ready for a new job. */
    void begin(JobWork work) {
        try {
            Files.createDirectories(path);
            Files.deleteIfExists(control());
            Files.deleteIfExists(exit());
        } catch (IOException e) {
            throw Problem.resource(JobFolder.class, "start", path)
                    .with("reason", e)
                    .exception(e);
        }
        Json.write(Disk.real(), work(), work);
    }

    void ended(int code, Problem problem) {
        Exit exit = problem == null
                ? new Exit(code, null, null, null, null)
                : new Exit(code, problem.owner().getName(), problem.kind(), problem.key(), problem.values());
        Json.write(Disk.real(), exit(), exit);
    }

    private static Problem problem(Exit exit) {
        String ours = Problem.class
                .getPackageName()
                .substring(0, Problem.class.getPackageName().lastIndexOf('.') + 1);
        if (!exit.isWhole() || !exit.owner().startsWith(ours)) {
            return null; // the file is untrusted: it may name classes of this program only, and none is initialised
        }
        try {
            Class<?> owner = Class.forName(exit.owner(), false, JobFolder.class.getClassLoader());
            return new Problem(owner, exit.kind(), exit.key(), exit.values());
        } catch (ClassNotFoundException e) {
            return null; // a class of another version
        }
    }
}
