package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.cli.console.Console;
import dev.interestlens.cli.document.Schemas;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.measurement.Measurements;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.RowMetric;
import dev.interestlens.store.Json;
import dev.interestlens.train.config.Devices;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Each command that prints JSON has its schema; {@code EveryCommand} holds what they print against them. */
class SchemasTest {
    private static final List<String> WITHOUT = List.of("serve", "schema", "run-graph", "serve-graph", "spark");
    private static final Path FILES = Path.of("src/main/resources/dev/interestlens/cli/document");

    private static final Path GOLDEN = Path.of("src/test/resources/dev/interestlens/cli/schemas.json");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(String... line) {
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new CommandLineProgram(print, print, Locale.ENGLISH).run(line);
    }

    private static CommandLine program() {
        Console console = new Console(System.out, System.err, Locale.ENGLISH);
        return new CommandLine(CommandLineProgram.Root.class, new Parts(console));
    }

    @Test
    void everyCommandPrintsJsonBesideThoseThatSpeakOtherwise() {
        assertThat(program().getSubcommands().entrySet())
                .filteredOn(each -> !WITHOUT.contains(each.getKey()))
                .allMatch(each -> each.getValue().getCommandSpec().findOption("--json") != null);
    }

    @Test
    void everyDocumentHasASchemaAndEverySchemaADocument() throws IOException {
        List<String> names = SchemaCommand.withJson(program(), "");
        assertThat(names).contains("evaluate", "spark-prepare").allSatisfy(name -> {
            JsonNode schema = Json.read(Schemas.of(name).orElseThrow(), JsonNode.class);
            assertThat(schema.path("$schema").asText()).contains("2020-12");
            assertThat(schema.path("title").asText()).isNotBlank();
            assertThat(schema.has("required") || schema.has("oneOf")).isTrue();
        });
        try (Stream<Path> files = Files.list(FILES)) {
            List<String> written = files.map(
                            each -> each.getFileName().toString().replace(".shape", ""))
                    .toList();
            assertThat(names).containsAll(written);
            assertThat(names)
                    .filteredOn(name -> !written.contains(name))
                    .allMatch(name -> Measurements.find(name).isPresent()); // whose record is its shape
        }
    }

    /** The golden file holds each schema in a line, as it was when shapes began to be written in short. */
    @Test
    void whatASchemaOncePromisedItStillDoes() {
        Json.tree(GOLDEN).properties().forEach(then -> {
            JsonNode now = Json.read(Schemas.of(then.getKey()).orElseThrow(), JsonNode.class);
            assertThat(missing(now, then.getValue(), then.getKey())).isEmpty();
        });
    }

    private static List<String> missing(JsonNode now, JsonNode then, String where) {
        if (then.isObject()) {
            return then.propertyStream()
                    .flatMap(each ->
                            missing(now.path(each.getKey()), each.getValue(), where + "/" + each.getKey()).stream())
                    .toList();
        }
        boolean kept = then.isArray()
                ? then.valueStream().allMatch(each -> now.valueStream()
                        .anyMatch(one -> missing(one, each, where).isEmpty()))
                : now.equals(then);
        return kept ? List.of() : List.of(where);
    }

    private static JsonNode schema(String command) {
        return Json.read(Schemas.of(command).orElseThrow(), JsonNode.class);
    }

    private static List<String> ids(List<? extends RowMetric> metrics, String before) {
        return metrics.stream().map(metric -> before + metric.id()).toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    /** No shape names them: a metric that only its list knows is promised, too. */
    @Test
    void schemasPromiseEachMetricOfTheLists() {
        List<RowMetric> all = RowMetric.all();
        JsonNode evaluate = schema("evaluate");
        assertThat(evaluate.path("properties").properties())
                .extracting(Map.Entry::getKey)
                .containsAll(ids(all, ""));
        assertThat(texts(evaluate.path("required")))
                .containsAll(ids(all.stream().filter(each -> !each.isOfList()).toList(), ""))
                .doesNotContainAnyElementsOf(
                        ids(all.stream().filter(RowMetric::isOfList).toList(), ""));
        assertThat(texts(schema("train").at("/$defs/valid/required"))).containsAll(ids(RowMetric.ofEpochs(), ""));
        JsonNode run = schema("runs").at("/properties/runs/items");
        assertThat(run.path("properties").properties())
                .extracting(Map.Entry::getKey)
                .containsAll(ids(RowMetric.ofEpochs(), "valid."));
        assertThat(texts(run.path("required"))).doesNotContainAnyElementsOf(ids(RowMetric.ofEpochs(), "valid."));
        assertThat(schema("anatomy").findValues("metric")).anySatisfy(metric -> assertThat(texts(metric.path("enum")))
                .containsExactlyElementsOf(ids(List.of(RankMetric.values()), "")));
    }

    @Test
    void everyNameOfAListInAShapeIsReplaced() {
        assertThat(SchemaCommand.withJson(program(), ""))
                .allSatisfy(name -> assertThat(Schemas.of(name).orElseThrow()).doesNotContain("_METRICS"));
    }

    @Test
    void theCommandListsAndPrintsThem() {
        assertThat(run("schema")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .contains("recommend", "spark-score", "spark-recommend");
        out.reset();
        assertThat(run("schema", "spark", "score")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(Schemas.of("spark-score").orElseThrow());
        out.reset();
        assertThat(run("schema", "serve")).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("serve").contains("recommend");
    }

    @Test
    void constantsHaveNamesInLowerCase() {
        new Console(new PrintStream(out, true, StandardCharsets.UTF_8), System.err, Locale.ENGLISH)
                .json(List.of(Part.TEST, Devices.Reason.CPU_NATIVES));
        assertThat(Json.read(out.toString(StandardCharsets.UTF_8), JsonNode.class)
                        .toString())
                .isEqualTo("[\"test\",\"cpuNatives\"]");
    }

    @Test
    void whatIsNotDefinedIsNull() {
        new Console(new PrintStream(out, true, StandardCharsets.UTF_8), System.err, Locale.ENGLISH)
                .json(new double[][] {{Double.NaN, 1.5}, {Double.POSITIVE_INFINITY}});
        assertThat(Json.read(out.toString(StandardCharsets.UTF_8), JsonNode.class)
                        .toString())
                .isEqualTo("[[null,1.5],[null]]");
    }
}
