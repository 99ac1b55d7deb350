package dev.interestlens.job;

import dev.interestlens.store.FolderLock;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Opens the program's window in a process of its own, on a workspace of its own, and measures its frame times. */
public final class WindowProbe {
    /** Names the file into which a window that is being measured writes its {@link WindowFigures} before it closes itself. */
    public static final String FILE = "interestlens.probe.file";

    /** Seconds for which the window is used while a training runs; 0 to measure its start only. */
    public static final String SECONDS = "interestlens.probe.seconds";

    private static final long PATIENCE_SECONDS = 180;
    private static final int TOLD = 300;
    private static final long MOMENT = 100;
    private static final int ENDING = 200;

    private final Program program;
    private final Path home;

    /** @param home folder of the window's workspace and state */
    public WindowProbe(Program program, Path home) {
        this.program = program;
        this.home = home;
    }

    /**
     * One window, from its start to its end.
     *
     * @param started when its process was started, in milliseconds since 1970
     */
    public record Seen(long started, WindowFigures figures) {
        /** From the start of the process to the first frame. */
        public long millisecondsToFirstFrame() {
            return figures.firstFrame() - started;
        }
    }

    /**
     * Opens the window and waits until it has closed itself.
     *
     * @throws dev.interestlens.store.ProblemException of kind RESOURCE where no window opens, as without a display
     */
    public Seen run(int seconds) {
        Path file = home.resolve("probe.json");
        Path output = home.resolve("probe.log");
        try {
            Files.createDirectories(home);
            Files.deleteIfExists(file);
            Program window = program.with(
                    "-Dinterestlens.home=" + home,
                    "-Duser.home=" + home,
                    "-D" + FILE + "=" + file,
                    "-D" + SECONDS + "=" + seconds);
            long started = System.currentTimeMillis();
            Process process = new ProcessBuilder(window.plainCommandLine(home.resolve("crash.log")))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS + seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            letTrainingsEnd();
            if (!Files.exists(file)) {
                throw Problem.resource(JobRun.class, "noWindow")
                        .file(output)
                        .with("reason", lastWords(output))
                        .exception();
            }
            return new Seen(started, Json.read(file, WindowFigures.class));
        } catch (IOException e) {
            throw Problem.resource(JobRun.class, "noWindow")
                    .file(output)
                    .with("reason", String.valueOf(e.getMessage()))
                    .exception();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.resource(JobRun.class, "noWindow")
                    .file(output)
                    .with("reason", "interrupted")
                    .exception();
        }
    }

    /** Waits for trainings: one that was asked to stop finishes its batch and writes a checkpoint. */
    private void letTrainingsEnd() throws IOException, InterruptedException {
        Path runs = home.resolve("runs");
        List<Path> folders = List.of();
        if (Files.isDirectory(runs)) {
            try (Stream<Path> all = Files.list(runs)) {
                folders = all.filter(Files::isDirectory).toList();
            }
        }
        for (int waited = 0; waited < ENDING && folders.stream().anyMatch(FolderLock::isHeld); waited++) {
            Thread.sleep(MOMENT);
        }
    }

    private static String lastWords(Path output) throws IOException {
        String all = Files.exists(output)
                ? Files.readString(output, StandardCharsets.UTF_8).strip()
                : "";
        return all.substring(Math.max(0, all.length() - TOLD));
    }
}
