package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.store.Json;
import dev.interestlens.testing.AnotherFigure;
import dev.interestlens.testing.TinyShop;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A figure of the catalogue's ranking that stands in the list alone stands wherever such figures are computed, decide, or are written, and nobody has to
 * say so a second time.
 */
@Tag("thorough")
class EveryRankingMetricTest {
    private static final String ID = AnotherFigure.ID;
    private static final String NAME = "NDCG@3";

    @TempDir
    static Path folder;

    private static AnotherFigure program;
    private static String first;
    private static String second;

    @BeforeAll
    static void train() throws IOException {
        String data = TinyShop.prepare(folder).toString();
        program = new AnotherFigure(folder.resolve("program"));
        first = train(data, 1);
        second = train(data, 2);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        new CommandLineProgram(nowhere, nowhere, Locale.ENGLISH).run("compare", "--run", first, "--run", second);
    }

    @AfterAll
    static void close() throws IOException {
        program.close();
    }

    private static String train(String data, int seed) {
        String run = folder.resolve("runs").resolve("seed" + seed).toString();
        program.call(
                "train",
                "--data",
                data,
                "--model",
                "din",
                "--preset",
                "quick",
                "--run",
                run,
                "--seed",
                String.valueOf(seed),
                "--set",
                "training.epochs=1");
        return run;
    }

    private static String file(String name, String... command) throws IOException {
        Path out = folder.resolve(name);
        program.call(Stream.concat(Stream.of(command), Stream.of("--out", out.toString()))
                .toArray(String[]::new));
        return Files.readString(out);
    }

    private static JsonNode json(String... command) {
        String printed = program.call(
                Stream.concat(Stream.of(command), Stream.of("--json")).toArray(String[]::new));
        return Json.read(printed.substring(printed.indexOf("\n{") + 1), JsonNode.class);
    }

    @Test
    void evaluationTellsItWithItsIntervalChanceAndBaselines() {
        JsonNode found = json("evaluate", "--run", first, "--ranking", "full");
        assertThat(List.of(
                        "/ranking/" + ID,
                        "/ranking/intervals/" + ID + "/0",
                        "/ranking/random/" + ID,
                        "/ranking/above/popularity/" + ID + "/low",
                        "/baselines/popularity/ranking/" + ID))
                .allMatch(at -> found.at(at).isNumber());
        assertThat(program.call("evaluate", "--run", first, "--ranking", "full"))
                .containsPattern("(?m)^  " + ID + " +\\d\\.\\d{4}  \\[");
    }

    @Test
    void runsArePairedByItAndAGateJudgesByIt() throws IOException {
        JsonNode found = json("compare", "--run", first, "--run", second);
        assertThat(found.at("/runs/0/" + ID).isNumber()).isTrue();
        assertThat(found.at("/pairs").findValuesAsText("metric")).contains(ID);
        assertThat(file("compared.md", "compare", "--run", first, "--run", second))
                .contains(NAME + ", all ")
                .containsPattern("(?m)^\\|.*\\| " + NAME + " \\|");
        JsonNode gate = json("gate", "--run", first, "--run", second, "--metric", ID);
        assertThat(gate.path("metric").asText()).isEqualTo(ID);
        assertThat(gate.at("/sentence/en").asText()).contains(NAME);
        assertThat(program.call("gate", "--run", first, "--run", second, "--metric", "x"))
                .contains("ndcg10, " + ID + ", ");
    }

    @Test
    void trainingMeasuresItAfterEachEpochForListsAndOtherPrograms() throws IOException {
        assertThat(file("runs.csv", "runs", folder.resolve("runs").toString())).contains("valid." + ID);
        Path mlflow = folder.resolve("mlflow");
        program.call("export", "--run", first, "--format", "mlflow", "--out", mlflow.toString());
        try (Stream<Path> files = Files.walk(mlflow)) {
            assertThat(files.map(each -> each.getFileName().toString())).contains("ndcg_at_3");
        }
    }

    @Test
    void reportsAndCardsTellIt() throws IOException {
        assertThat(file("one.md", "report", "--run", first))
                .contains(NAME + ", all ", "Validation " + NAME + ", all items");
        assertThat(file("two.md", "report", "--run", first, "--run", second)).contains(NAME + ", all ");
        program.call(
                "export",
                "--run",
                first,
                "--format",
                "bundle",
                "--out",
                folder.resolve("bundle").toString());
        assertThat(Files.readString(folder.resolve("bundle").resolve("MODEL_CARD.md")))
                .contains("type: ndcg_at_3", NAME + ", all ");
    }

    /** The rankings were kept by a program that did not have the figure: it follows from the ranks. */
    @Test
    void whatWasKeptBeforeItWasListedIsCompleted() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(first))) {
            Path kept = files.filter(each -> each.toString().endsWith(".ranking.json"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Files.readString(kept)).contains("ndcg10").doesNotContain(ID);
        }
        double completed = json("compare", "--run", first, "--run", second)
                .at("/runs/0/" + ID)
                .asDouble(Double.NaN);
        assertThat(completed)
                .isEqualTo(json("evaluate", "--run", first, "--ranking", "full")
                        .at("/ranking/" + ID)
                        .asDouble());
    }
}
