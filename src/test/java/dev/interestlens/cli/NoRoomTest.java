package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.Launcher;
import dev.interestlens.store.Disk;
import dev.interestlens.testing.TinyShop;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where nothing can be written into the home folder, the folder for temporary files or the workspace, a command works or says what is missing, and
 * {@code doctor} answers. A file or nothing in place of a folder stands for the full disk and the used-up quota: it holds for any user.
 */
@Tag("thorough")
class NoRoomTest {
    private static final String TRACE = "\tat ";
    private static final List<String> TARGETS = List.of("T", "T.csv", "T.onnx", "T.html");

    @TempDir
    static Path folder;

    @BeforeAll
    static void train() throws IOException {
        Files.createFile(folder.resolve("file"));
        Files.createDirectory(folder.resolve("good"));
        Path data = TinyShop.prepare(folder);
        Files.createSymbolicLink(folder.resolve("D"), data);
        Files.writeString(
                folder.resolve("log.csv"),
                Stream.iterate(0, row -> row + 1)
                        .limit(3000)
                        .map(row -> "u" + row % 50 + ",i" + row * 31 % 90 + "," + (1_700_000_000 + row))
                        .collect(Collectors.joining("\n", "user,item,time\n", "\n")));
        PrintStream out = new PrintStream(folder.resolve("said").toFile(), StandardCharsets.UTF_8);
        String line = "train --data " + data + " --model din --preset quick --threads 1 --set model.embeddingSize=4"
                + " --set model.head.hidden=8 --set training.epochs=1 --run " + folder.resolve("R");
        assertThat(new CommandLineProgram(out, out, Locale.ENGLISH).run(line.split(" ")))
                .isZero();
    }

    /** Of home folder, temporary files and workspace: a good folder, a file in its place, or nothing; then what the command ends with and says. */
    @ParameterizedTest
    @CsvSource({
        "file, good, good, doctor, 0, Every process unpacks the engine anew",
        "file, good, good, predict --run R --out T.csv, 0, T.csv",
        "file, good, good, predict --run R --engine onnx --out T.csv, 0, T.csv",
        "file, good, good, export --run R --format onnx --out T.onnx, 0, T.onnx",
        "file, good, good, prepare log.csv --out T, 0, T",
        "none, good, good, doctor, 0, Every process unpacks the engine anew",
        "none, good, good, explain --run R --sample 0 --out T.html, 0, T.html",
        "none, good, good, recommend --run R --all --out T.csv, 0, T.csv",
        "good, missing, good, doctor, 4, The library ONNX Runtime cannot be unpacked",
        "good, missing, good, predict --run R --engine onnx --out T.csv, 4, No folder for temporary files",
        "good, missing, good, export --run R --format onnx --out T.onnx, 4, The library ONNX Runtime cannot be",
        "good, missing, good, prepare log.csv --out T, 4, The library DuckDB cannot be unpacked",
        "good, file, good, doctor, 4, The library DuckDB cannot be unpacked",
        "good, file, good, doctor R, 0, ''",
        "file, missing, good, doctor, 4, 'The engine, PyTorch, can be unpacked neither into'",
        "file, missing, good, predict --run R --out T.csv, 4, 'The engine, PyTorch, can be'",
        "file, missing, good, train --data D --model pool --run T, 4, 'The engine, PyTorch'",
        "file, missing, good, export --run R --format onnx --out T.onnx, 4, 'The engine, PyTorch'",
        "file, missing, good, doctor --json, 4, '\"problems\"'",
        "good, good, file, doctor, 4, Cannot write",
        "good, good, file, predict --run R --out T.csv, 0, T.csv",
        "good, good, file, export --run R --format onnx --out T.onnx, 0, T.onnx",
        "file, missing, file, doctor, 4, Cannot write",
        "file, file, file, doctor, 4, Cannot write"
    })
    void aCommandWorksOrSaysWhatIsMissing(
            String home, String temporary, String workspace, String command, int code, String said)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", "");
        Process process = start(home, temporary, workspace, command, out);
        int ended = process.waitFor();
        String text = Files.readString(out);
        assertThat(text).doesNotContain(TRACE).contains(said);
        assertThat(ended).as(text).isEqualTo(code);
        assertThat(text.contains("Versions: Interest Lens")).isEqualTo(command.equals("doctor"));
        for (String target : TARGETS) {
            boolean written = code == 0 && command.endsWith("--out " + target);
            assertThat(Files.exists(folder.resolve(target))).as(target).isEqualTo(written);
        }
        try (Stream<Path> left = Files.list(folder.resolve("good"))) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("interest-lens") || name.contains("duckdb"));
        }
    }

    @AfterEach
    void removeWhatWasWritten() throws IOException {
        for (String target : TARGETS) {
            Disk.real().deleteAll(folder.resolve(target));
        }
    }

    private static Process start(String home, String temporary, String workspace, String command, Path out)
            throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dai.djl.offline=true",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.language=en",
                "-Duser.home=" + (home.equals("good") ? System.getProperty("user.home") : folder.resolve(home)),
                "-Djava.io.tmpdir=" + folder.resolve(temporary),
                "-Dinterestlens.home=" + folder.resolve(workspace),
                "-cp",
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(each -> Path.of(each).toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator)),
                Launcher.class.getName()));
        line.addAll(List.of(command.split(" ")));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().keySet().removeAll(List.of("DJL_CACHE_DIR", "ENGINE_CACHE_DIR", "XDG_CACHE_HOME"));
        return builder.start();
    }
}
