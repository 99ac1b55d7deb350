package dev.interestlens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.store.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The window on a system without one of the libraries that it needs: a library of that name that is none stands before the real one. */
@EnabledOnOs(OS.LINUX)
class MissingToolkitTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"libgtk-3.so.0", "libXtst.so.6"})
    void aMissingLibraryIsNamedInThreeLines(String library) throws Exception {
        Files.createFile(folder.resolve(library));
        ProcessBuilder window = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Duser.home=" + folder,
                        "-Duser.language=en",
                        Launcher.class.getName())
                .redirectErrorStream(true);
        window.environment().put("LD_LIBRARY_PATH", folder.toString());
        window.environment().putIfAbsent("DISPLAY", ":4711"); // one that cannot be opened is told of likewise
        assertEndsInWords(window.start());
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("the window's log, from the start")
                    .anyMatch(name -> name.matches("window\\..*\\.log"));
        }
    }

    private static void assertEndsInWords(Process window) throws IOException, InterruptedException {
        String said = new String(window.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(window.waitFor()).as(said).isEqualTo(Problem.Kind.RESOURCE.exitCode());
        assertThat(said.strip().lines()).hasSize(3);
        assertThat(said)
                .contains("libgtk-3-0t64", "libxtst6", "interest-lens.jar demo")
                .doesNotContain("\tat ", "Exception");
    }
}
