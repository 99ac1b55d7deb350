package dev.interestlens.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the README is compiled against the program's classes and run in a process of its own. */
@Tag("thorough")
class ExampleTest {
    private static final Path SOURCE = Path.of("sample-data/example/WhyThis.java");

    @TempDir
    Path folder;

    @Test
    void theExampleIsShortCompilesAndSaysWhy() throws IOException, InterruptedException {
        assertThat(Files.readAllLines(SOURCE)).hasSizeLessThanOrEqualTo(40);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = compiler.run(
                null,
                said,
                said,
                List.of("-cp", "target/classes", "-d", folder.toString(), "-Xlint:all", "-Werror", SOURCE.toString())
                        .toArray(String[]::new));
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        folder + File.pathSeparator + System.getProperty("java.class.path"),
                        "WhyThis",
                        folder.resolve("work").toString(),
                        "i0001",
                        "i0002",
                        "i0003")
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(out)).isZero();
        assertThat(Files.readString(out))
                .contains("model=din")
                .contains("1. ")
                .contains("3. ")
                .contains("Score[item=Item[key=i");
    }
}
