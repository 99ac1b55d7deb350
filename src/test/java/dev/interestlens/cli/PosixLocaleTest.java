package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.Launcher;
import dev.interestlens.job.UnicodeLocale;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program where the locale has no letters beyond ASCII, as in many containers; and what its processes leave. */
@EnabledOnOs(OS.LINUX)
@Tag("thorough")
class PosixLocaleTest {
    @TempDir
    Path folder;

    @BeforeEach
    void thisTestItselfCanNameTheFiles() {
        Assumptions.assumeTrue(UnicodeLocale.isHere());
    }

    private record Outcome(int code, String output) {}

    private Outcome call(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "-cp",
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator)),
                Launcher.class.getName()));
        line.addAll(List.of(arguments));
        Path output = folder.resolve("output.log");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.waitFor();
        return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    @Test
    void anyNameOfAFileIsUnderstood() throws IOException, InterruptedException {
        Outcome made = call(Map.of(), "generate", "--out", "商店 é", "--users", "5");
        assertThat(made.code()).as(made.output()).isZero();
        assertThat(folder.resolve("商店 é").resolve("events.csv")).exists();

        Outcome prepared = call(Map.of(), "prepare", "商店 é", "--out", "数据");
        assertThat(prepared.code()).as(prepared.output()).isZero();
        assertThat(folder.resolve("数据").resolve("dataset.json")).exists();
        try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
            assertThat(left.filter(path -> path.getFileName().toString().contains("duckdb")))
                    .isEmpty();
        }
    }

    @Test
    void theCodeIsThatOfTheCommand() throws IOException, InterruptedException {
        assertThat(call(Map.of(), "inspect", "没有").code()).isEqualTo(3);
    }

    @Test
    void whereItCannotBeUnderstoodTheLocaleIsNamed() throws IOException, InterruptedException {
        Outcome refused = call(Map.of("INTEREST_LENS_ARGUMENTS", "none"), "generate", "--out", "商店");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.output()).contains("LC_ALL=C.UTF-8").doesNotContain("Exception");
    }
}
