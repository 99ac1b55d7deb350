package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.testing.Python;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The commands as functions of Python, and the notebook that goes from a DataFrame to an explanation. */
@Tag("thorough")
@DisabledOnOs(OS.WINDOWS)
class PythonTest {
    private static final Path EXAMPLE = Path.of("sample-data/example").toAbsolutePath();

    @TempDir
    Path folder;

    private Path out;

    @Test
    void theNotebookEndsWithAnExplanationThatIsShown() throws IOException {
        for (String table : new String[] {"events.csv", "items.csv"}) {
            Files.copy(EXAMPLE.resolveSibling(table), folder.resolve(table));
        }
        Path here = Files.createDirectory(folder.resolve("example"));
        Path runner = Path.of("src/test/python/notebook.py").toAbsolutePath();

        int code = run(
                here, runner.toString(), EXAMPLE.resolve("interestlens.ipynb").toString());

        assertThat(code).as(Files.readString(Path.of(out + ".err"))).isZero();
        assertThat(Files.readString(out)).contains("epoch 2 NDCG@10", "(measured)", "'ndcg10'");
        try (var shown = Files.list(here)) {
            assertThat(shown.filter(each -> each.toString().endsWith(".svg")))
                    .singleElement()
                    .satisfies(each -> assertThat(each).content().contains("<svg", "</svg>"));
        }
    }

    @Test
    void whatTheProgramSaysIsTheException() throws IOException {
        Path script = Files.writeString(folder.resolve("wrong.py"), """
                import interestlens as il
                try:
                    il.explain("nowhere", 0)
                except il.InterestLensError as error:
                    print(error.code, error)
                """);

        assertThat(run(folder, script.toString())).isZero();

        assertThat(out).content().startsWith("3 There is no folder").contains("nowhere", "run.json");
    }

    /** With this program's own classes as the one that is found on the PATH. */
    private int run(Path where, String... arguments) throws IOException {
        Path programs = Files.createDirectories(folder.resolve("programs"));
        Path program = Files.writeString(
                programs.resolve("interest-lens"),
                "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dai.djl.offline=true -cp '%s' dev.interestlens.Launcher \"$@\"\n"
                        .formatted(Path.of(System.getProperty("java.home"), "bin/java"), classPath()));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        out = folder.resolve("printed.txt");
        Map<String, String> environment = Map.of(
                "PATH",
                programs + ":" + System.getenv("PATH"),
                "PYTHONPATH",
                EXAMPLE.toString(),
                "PYTHONDONTWRITEBYTECODE",
                "1");
        return Python.with(folder, "pandas").run(where, out, environment, arguments);
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
