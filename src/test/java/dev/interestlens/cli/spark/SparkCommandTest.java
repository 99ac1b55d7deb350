package dev.interestlens.cli.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.cli.CommandLineProgram;
import dev.interestlens.store.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** This program has no Spark in it: it writes down the line that runs there. */
class SparkCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... line) {
        return new CommandLineProgram(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Locale.ENGLISH)
                .run(line);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theLineOfAPreparationIsPrintedAndNothingIsRead() throws IOException {
        int code = run(
                "spark",
                "prepare",
                "s3a://logs/clicks",
                folder.resolve("it's here.csv").toString(),
                "--out",
                folder.resolve("out").toString(),
                "--map",
                "user=u,item=i",
                "--set",
                "users.share=0.01",
                "--master",
                "spark://host:7077",
                "--overwrite",
                "--print");
        assertThat(code).isZero();
        assertThat(printed())
                .startsWith("spark-submit --class dev.interestlens.spark.Main --master spark://host:7077 --conf ")
                .contains(" prepare s3a://logs/clicks '" + folder.resolve("it'\\''s here.csv") + "' ")
                .contains(" --map ", "user=u", "item=i", " --set users.share=0.01")
                .endsWith(" --overwrite\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).isEmpty();
        }
    }

    @Test
    void theWordsOfADocumentAreThoseOfTheLine() throws IOException, InterruptedException {
        assertThat(run("spark", "prepare", "a b.csv", "--out", "out's", "--print", "--json"))
                .isZero();
        JsonNode document = Json.read(printed(), JsonNode.class);
        List<String> words = new ArrayList<>();
        document.path("words").forEach(word -> words.add(word.asText()));
        assertThat(words)
                .contains(Path.of("a b.csv").toAbsolutePath().toString(), "prepare")
                .doesNotContain("--master");
        String shell = document.path("line").asText().replaceFirst("^spark-submit", "printf '%s\\\\n'");
        if (Files.isExecutable(Path.of("/bin/sh"))) { // whose words they are
            Process process = new ProcessBuilder("/bin/sh", "-c", shell).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).isZero();
            assertThat(said.lines()).isEqualTo(words.subList(1, words.size()));
        }
    }

    @Test
    void withoutAClusterOnlyTheLineCanBeHad() {
        assertThat(run("spark", "prepare", "log.csv", "--out", "data")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--print");
        assertThat(run("spark", "prepare", "--table", "clicks", "--out", "data", "--print"))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--map");
        assertThat(run("spark", "score", "--onnx", "m.onnx", "--pairs", "p.csv", "--out", "s.csv", "--print"))
                .isEqualTo(2);
        assertThat(printed()).isEmpty();
    }
}
