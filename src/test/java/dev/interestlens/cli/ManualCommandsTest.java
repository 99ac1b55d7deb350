package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.testing.EveryManualCommand;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command of the README and of the manual does what it says, one after the other in one folder. */
@Tag("thorough")
class ManualCommandsTest {
    @TempDir
    private Path folder;

    @Test
    void everyCommandRunsAsItStandsThere() throws IOException, InterruptedException {
        Path output = folder.resolve("output.log");
        String classes = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dai.djl.offline=true",
                        "-Dinterestlens.home=" + folder.resolve("home"),
                        "-cp",
                        classes,
                        EveryManualCommand.class.getName(),
                        Path.of("").toAbsolutePath().toString())
                .directory(Files.createDirectory(folder.resolve("work")).toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(output)).isZero();
    }
}
