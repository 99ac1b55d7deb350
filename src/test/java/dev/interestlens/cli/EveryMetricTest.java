package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.api.Run;
import dev.interestlens.explain.words.MetricWords;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.RowMetric;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Json;
import dev.interestlens.testing.TinyShop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each metric of the list stands wherever figures of rows are computed, decide, or are written, and nobody has to say so a second time. */
@Tag("thorough")
class EveryMetricTest {
    private static final List<RowMetric> OF_EPOCHS = RowMetric.ofEpochs();

    @TempDir
    static Path folder;

    private static String run;
    private static String trained;

    @BeforeAll
    static void train() {
        String data = TinyShop.prepare(folder).toString();
        run = folder.resolve("run").toString();
        trained = call(
                "train",
                "--data",
                data,
                "--model",
                "din",
                "--preset",
                "quick",
                "--run",
                run,
                "--set",
                "training.epochs=2",
                "--set",
                "training.learningRate=0.02",
                "--set",
                "training.metric=prAuc");
    }

    private static String call(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = new CommandLineProgram(print, print, Locale.ENGLISH).run(arguments);
        assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> ids(List<? extends RowMetric> metrics) {
        return metrics.stream().map(RowMetric::id).toList();
    }

    @Test
    void trainingMeasuresEachAndKeepsAnEpochByOne() {
        assertThat(trained).contains("validation PR-AUC");
        OF_EPOCHS.forEach(
                metric -> assertThat(trained).contains(MetricWords.name(metric).en() + " 0."));
        assertThat(trained.lines().filter(line -> line.startsWith("Epoch "))).hasSize(2);
    }

    @Test
    void evaluationHasEachWithItsIntervalChanceAndBaselines() {
        String printed = call("evaluate", "--run", run, "--ranking", "both", "--json");
        JsonNode found = Json.read(printed.substring(printed.indexOf("\n{") + 1), JsonNode.class);
        assertThat(ids(RowMetric.all())).allMatch(id -> found.path(id).isNumber());
        assertThat(ids(List.of(RankMetric.values())))
                .allMatch(id -> found.at("/intervals/" + id + "/low").isNumber());
        String told = call("evaluate", "--run", run, "--ranking", "both");
        assertThat(ids(RowMetric.all())).allMatch(told::contains);
    }

    @Test
    void listsAndOtherProgramsGetEach() throws IOException {
        call("runs", folder.toString(), "--out", folder.resolve("runs.csv").toString());
        assertThat(ids(OF_EPOCHS))
                .allMatch(id -> read(folder.resolve("runs.csv")).contains("valid." + id));
        try (Run opened = Run.open(Path.of(run))) {
            assertThat(opened.info().validation()).containsKeys(ids(OF_EPOCHS).toArray(String[]::new));
        }
        Path mlflow = folder.resolve("mlflow");
        call("export", "--run", run, "--format", "mlflow", "--out", mlflow.toString());
        try (Stream<Path> files = Files.walk(mlflow)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toList());
            assertThat(OF_EPOCHS)
                    .allMatch(metric -> names.stream().anyMatch(name -> name.endsWith(metric.exchangeName())));
        }
    }

    @Test
    void reportAndCardTellEach() {
        Path report = folder.resolve("report.md");
        call("report", "--run", run, "--out", report.toString());
        assertThat(RowMetric.all()).allMatch(metric -> read(report)
                .contains(MetricWords.full(metric).en()));
    }

    @Test
    void eachThatFollowsTheOrderCanBeTakenApart() {
        Path out = folder.resolve("anatomy.json");
        String[] line = Stream.concat(
                        Stream.of("anatomy", "--run", run, "--users", "40", "--out", out.toString()),
                        Stream.of(RankMetric.values()).flatMap(each -> Stream.of("--metric", EnumNames.lower(each))))
                .toArray(String[]::new);
        call(line);
        JsonNode found = Json.tree(out);
        assertThat(found.at("/runs/0/metrics").findValuesAsText("metric"))
                .containsExactlyElementsOf(ids(List.of(RankMetric.values())));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
