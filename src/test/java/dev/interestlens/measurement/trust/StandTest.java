package dev.interestlens.measurement.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.cli.CommandLineProgram;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.explain.fidelity.OutsideExplanations;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Impressions;
import dev.interestlens.model.ModelGradients.HistoryGradient;
import dev.interestlens.store.Json;
import dev.interestlens.testing.Manual;
import dev.interestlens.testing.Python;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explanations of other programs, measured against planted causes from the rows that a first call writes to the table of a second one. */
@Tag("thorough")
class StandTest {
    private static final List<String> SMALL = List.of(
            "model.embeddingSize=4",
            "model.fieldEmbeddingSize=4",
            "model.head.hidden=8",
            "training.threads=1",
            "training.epochs=2",
            "data.protocol.history.maxLength=20");

    @TempDir
    static Path folder;

    private static Path data;
    private static Path rows;
    private static Path models;

    @BeforeAll
    static void writeTheRows() {
        data = TinyShop.prepare(folder, 300);
        rows = folder.resolve("rows.jsonl");
        models = folder.resolve("models");
        trust("din", "--rows", rows.toString(), "--model-out", models.toString());
    }

    private static JsonNode trust(String family, String... more) {
        List<String> line = new ArrayList<>(
                List.of("trust", "--data", data.toString(), "--model", family, "--seeds", "1", "--json"));
        SMALL.stream()
                .filter(setting -> family.equals("din") || !setting.contains("epochs"))
                .forEach(setting -> line.addAll(List.of("--set", setting)));
        line.addAll(family.equals("din") ? List.of() : List.of("--set", "training.epochs=1"));
        line.addAll(List.of(more));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new CommandLineProgram(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Locale.ENGLISH)
                .run(line.toArray(String[]::new));
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return Json.read(out.toString(StandardCharsets.UTF_8), JsonNode.class);
    }

    /** The folder of the planting. */
    private static Path plantings() throws IOException {
        try (Stream<Path> all = Files.list(data.resolve("trust"))) {
            return all.filter(each -> each.getFileName().toString().startsWith("din-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A file with numbers for each behaviour of each planted row. */
    private static Path written(String name, BiFunction<OpenRun, Impression, double[]> values) throws IOException {
        List<String> lines = new ArrayList<>(List.of(OutsideExplanations.HEADER));
        try (OpenRun run = OpenRun.best(new RunFolder(plantings().resolve("same-7/run")))) {
            Impressions impressions = new Impressions(run.samples());
            for (int row : new PlantedRows(run).rows()) {
                double[] each = values.apply(run, impressions.alone(Part.TEST, row));
                for (int j = 0; j < each.length; j++) {
                    lines.add("same-7-" + row + "," + j + "," + each[j]);
                }
            }
        }
        return Files.write(folder.resolve(name + ".csv"), lines);
    }

    private static double[] sizes(OpenRun run, Impression impression, Ordering ordering) {
        return new Orderings(run.model()).of(impression).get(ordering);
    }

    /** Explainers of a document: ours by their names, those of others with "own:" before it. */
    private static Map<String, JsonNode> explainers(JsonNode document) {
        Map<String, JsonNode> all = new HashMap<>();
        document.path("laws")
                .path(0)
                .path("explainers")
                .forEach(each -> all.put(
                        (each.path("own").asBoolean() ? "own:" : "")
                                + each.path("name").asText(),
                        each));
        return all;
    }

    @Test
    void ownExplanationsReadBackGiveTheirOwnRowsBesideChanceAndBelowIt() throws IOException {
        Random random = new Random(5);
        Path effect = written("effect", (run, row) -> sizes(run, row, Ordering.EFFECT));
        Path look = written("look", (run, row) -> sizes(run, row, Ordering.LOOK));
        Path reversed = written("reversed", (run, row) -> Arrays.stream(sizes(run, row, Ordering.EFFECT))
                .map(each -> -each)
                .toArray());
        Path drawn =
                written("drawn", (run, row) -> random.doubles(row.behaviours()).toArray());
        Map<String, JsonNode> all = explainers(trust(
                "din",
                "--explanations",
                "effect=" + effect,
                "--explanations",
                "look=" + look,
                "--explanations",
                "reversed=" + reversed,
                "--explanations",
                "drawn=" + drawn));
        assertThat(all).containsKeys("effect", "look", "random");
        for (String name : List.of("effect", "look")) {
            for (String figure : List.of("recall1", "low", "high", "recall3")) {
                assertThat(all.get("own:" + name).path(figure))
                        .isEqualTo(all.get(name).path(figure));
            }
            assertThat(all.get("own:" + name).path("missing").asInt(-1)).isZero();
            assertThat(all.get(name).has("own")).isFalse();
        }
        double chance = all.get("random").path("recall1").asDouble();
        assertThat(all.get("own:drawn").path("low").asDouble()).isLessThan(chance);
        assertThat(all.get("own:drawn").path("high").asDouble()).isGreaterThan(chance);
        assertThat(all.get("own:reversed").path("recall1").asDouble()).isLessThan(chance);
        assertThat(all.get("effect").path("low").asDouble()).isGreaterThan(chance);
    }

    @Test
    void whatDoesNotFitIsCountedNamedAndNotFound() throws IOException {
        List<String> lines =
                new ArrayList<>(Files.readAllLines(written("gaps", (run, row) -> sizes(run, row, Ordering.EFFECT))));
        String sample = lines.get(1).split(",")[0];
        lines.set(1, sample + ",0,nan");
        lines.add("same-7-1000000,3,1.5");
        lines.add(sample + ",20,1.5");
        Path file = Files.write(folder.resolve("gaps.csv"), lines);
        JsonNode document = trust("din", "--explanations", "gaps=" + file);
        JsonNode fits = document.path("outside").path(0);
        assertThat(fits.path("missing").asInt()).isEqualTo(1);
        assertThat(fits.path("leftOut").asInt()).isEqualTo(1);
        assertThat(fits.path("unknown").asInt()).isEqualTo(2);
        assertThat(fits.path("firstUnknown").asText()).isEqualTo("same-7-1000000,3");
        assertThat(fits.path("values").asInt()).isEqualTo(lines.size() - 1);
        Map<String, JsonNode> all = explainers(document);
        double planted = document.path("laws").path(0).path("planted").asInt();
        assertThat(all.get("own:gaps").path("missing").asInt()).isEqualTo(1);
        assertThat(all.get("effect").path("recall1").asDouble()
                        - all.get("own:gaps").path("recall1").asDouble())
                .isBetween(0.0, 1.001 / planted);
        assertThat(explainers(trust("din"))).doesNotContainKey("own:gaps");
    }

    @Test
    void aSampleIsTheSameWhateverIsTrained() throws IOException {
        Path others = folder.resolve("others.jsonl");
        trust("pool", "--rows", others.toString());
        assertThat(choices(others)).hasSizeGreaterThan(30).isEqualTo(choices(rows));
    }

    private static List<JsonNode> choices(Path file) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode row = Json.read(line, JsonNode.class);
            assertThat(row.path("inputs")).isNotEmpty();
            assertThat(row.toString()).doesNotContain("support", "trigger", "cause");
            all.add(Json.read(line, com.fasterxml.jackson.databind.node.ObjectNode.class)
                    .without("inputs"));
        }
        return all;
    }

    /** The program of the manual, as it stands there, and the recall of what it wrote by an independent one. */
    @Test
    void theManualsProgramExplainsAndAnIndependentOneFindsTheSameRecall() throws Exception {
        Python python = Python.with(folder, "numpy", "onnx", "onnxruntime");
        String program = Manual.blocks(new Manual(Path.of("")).file("own-explainer")).stream()
                .filter(block -> block.startsWith("import "))
                .findFirst()
                .orElseThrow();
        Path script = Files.writeString(folder.resolve("explain.py"), program);
        Path found = folder.resolve("gradient.csv");
        assertThat(python.run(folder, found, Map.of(), script.toString(), rows.toString(), models.toString()))
                .isZero();
        isGradientTimesInput(found);
        JsonNode document = trust("din", "--explanations", "gradient=" + found);
        assertThat(document.path("outside").path(0).path("unknown").asInt(-1)).isZero();
        JsonNode own = explainers(document).get("own:gradient");
        assertThat(own.path("missing").asInt(-1)).isZero();
        Path recall = folder.resolve("recall.json");
        String independent =
                Path.of("src/test/python/stand.py").toAbsolutePath().toString();
        String plantings = plantings().toString();
        assertThat(python.run(folder, recall, Map.of(), independent, plantings, rows.toString(), found.toString()))
                .isZero();
        JsonNode by = Json.tree(recall).path("same");
        for (String figure : List.of("recall1", "low", "high", "recall3")) {
            assertThat(own.path(figure).asDouble()).isEqualTo(by.path(figure).asDouble(), within(1e-9));
        }
    }

    /** By the own backward pass; a difference goes astray where an activation has its edge within the step. */
    private static void isGradientTimesInput(Path found) throws IOException {
        OutsideExplanations read = OutsideExplanations.read("gradient", found, sample -> sample);
        double sum = 0;
        double astray = 0;
        try (OpenRun run = OpenRun.best(new RunFolder(plantings().resolve("same-7/run")))) {
            Impressions impressions = new Impressions(run.samples());
            for (int row : new PlantedRows(run).rows()) {
                Impression impression = impressions.alone(Part.TEST, row);
                HistoryGradient gradient = run.model().gradients().byHistory(impression.batch());
                double[] values = read.of("same-7-" + row, impression.history()).orElseThrow();
                for (int j = 0; j < values.length; j++) {
                    double product = 0;
                    for (int at = j * gradient.width(); at < (j + 1) * gradient.width(); at++) {
                        product += (double) gradient.values()[at] * gradient.gradient()[at];
                    }
                    sum += Math.abs(product);
                    astray += Math.abs(values[j] - product);
                }
            }
        }
        assertThat(astray).isLessThan(0.05 * sum);
    }
}
