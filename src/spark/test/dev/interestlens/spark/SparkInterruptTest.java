package dev.interestlens.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C ends a driver as it ends any command: with its word, its exit code, and nothing half-made. */
class SparkInterruptTest {
    private static final int ROWS = 400_000;
    private static final int PATIENCE_SECONDS = 120;
    private static final int CANCELLED = 130;

    @TempDir
    private static Path folder;

    private static Path log() throws IOException {
        Path file = folder.resolve("log.csv");
        Random random = new Random(7);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("user,item,time\n");
            for (int row = 0; row < ROWS; row++) {
                out.write("u" + random.nextInt(20_000) + ",i" + random.nextInt(5_000) + ","
                        + (1_600_000_000 + random.nextInt(10_000_000)) + "\n");
            }
        }
        return file;
    }

    /** Where a shell started this process in the background, it and what it starts ignore interrupts, unless {@code env} ends that. */
    private static List<String> interruptible() throws IOException, InterruptedException {
        Process tried = new ProcessBuilder("env", "--default-signal=INT", "true").start();
        return tried.waitFor() == 0 ? List.of("env", "--default-signal=INT") : List.of();
    }

    /** As this process was started, Spark's options of the virtual machine included. */
    private static Process driver(Path said, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(interruptible());
        line.add(ProcessHandle.current().info().command().orElseThrow());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option ->
                        option.startsWith("--add-opens") || option.startsWith("-XX") || option.startsWith("-D"))
                .forEach(line::add);
        line.addAll(List.of(
                "-Dspark.master=local[2]",
                "-Dspark.ui.enabled=false",
                "-Dspark.driver.host=127.0.0.1",
                "-Dspark.local.dir=" + folder.resolve("local"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    /** Everything below a folder; what vanishes meanwhile is as good as gone. */
    private static List<String> names(Path of) throws IOException {
        try (Stream<Path> inside = Files.walk(of)) {
            return inside.map(path -> of.relativize(path).toString())
                    .filter(name -> !name.isEmpty())
                    .sorted()
                    .toList();
        } catch (UncheckedIOException vanished) {
            return names(of);
        }
    }

    /** Before anything is read, and when rows lie there that are sorted next. */
    @ParameterizedTest
    @ValueSource(strings = {"checkpoints", "rows"})
    void whatIsBrokenOffLeavesNothing(String there) throws Exception {
        Path outputs = Files.createDirectories(folder.resolve("outputs-" + there));
        Path said = folder.resolve("said-" + there + ".txt");
        Process driver = driver(
                said,
                "prepare",
                log().toString(),
                "--out",
                outputs.resolve("data").toString());
        while (driver.isAlive() && names(outputs).stream().noneMatch(name -> name.contains("/" + there))) {
            Thread.sleep(20);
        }
        assertThat(driver.isAlive()).as(Files.readString(said)).isTrue();

        Process signal = new ProcessBuilder("kill", "-INT", String.valueOf(driver.pid())).start();

        assertThat(signal.waitFor()).isZero();
        assertThat(driver.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(names(outputs)).as(Files.readString(said)).isEmpty();
        assertThat(driver.exitValue()).as(Files.readString(said)).isEqualTo(CANCELLED);
        assertThat(Files.readString(said)).contains("cancelled");
    }
}
