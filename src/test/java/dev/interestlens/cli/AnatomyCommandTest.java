package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.store.Json;
import dev.interestlens.testing.TinyShop;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@Tag("thorough")
class AnatomyCommandTest {
    private static final List<String> MODELS = List.of("din", "bst");

    @TempDir
    static Path folder;

    private record Outcome(int code, String out, String err) {
        ArrayNode shares() {
            return (ArrayNode) Json.read(out, JsonNode.class).at("/runs/0/metrics/0/shares");
        }
    }

    private static Outcome call(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new CommandLineProgram(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Locale.ENGLISH)
                .run(arguments);
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static String in(String name) {
        return folder.resolve(name).toString();
    }

    private static void done(String... arguments) {
        Outcome outcome = call(arguments);
        assertThat(outcome.code()).as(outcome.err()).isZero();
    }

    @BeforeAll
    static void train() {
        String data = TinyShop.prepare(folder).toString();
        for (String model : MODELS) {
            List<String> line = new ArrayList<>(
                    List.of("train", "--data", data, "--model", model, "--preset", "quick", "--run", in(model)));
            for (String setting : List.of(
                    "model.embeddingSize=8",
                    "model.head.hidden=8",
                    "training.epochs=1",
                    "training.learningRate=0.02")) {
                line.addAll(List.of("--set", setting));
            }
            done(line.toArray(String[]::new));
            done("export", "--run", in(model), "--format", "onnx", "--attention", "--out", in(model + ".onnx"));
            done("open", in(model + ".onnx"), "--data", data, "--run", in("theirs-" + model));
        }
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void aModelFromElsewhereHasTheSharesOfTheRunThatItIs(String model) {
        ArrayNode own =
                call("anatomy", "--run", in(model), "--users", "30", "--json").shares();
        ArrayNode theirs = call("anatomy", "--run", in("theirs-" + model), "--users", "30", "--json")
                .shares();
        if (model.equals("bst")) { // its attention is in the middle of the graph, where nothing can be made even
            attentionIsInTheHistory(own);
        }
        assertThat(own).hasSize(model.equals("bst") ? 4 : 5);
        assertThat(theirs).hasSameSizeAs(own);
        for (int i = 0; i < own.size(); i++) {
            assertThat(theirs.get(i).path("part")).isEqualTo(own.get(i).path("part"));
            assertThat(theirs.get(i).path("share").asDouble())
                    .isCloseTo(own.get(i).path("share").asDouble(), within(1e-4));
        }
    }

    /** Adds the share of attention to that of the history, the one before it in the chain. */
    private static void attentionIsInTheHistory(ArrayNode shares) {
        for (int i = 1; i < shares.size(); i++) {
            if (shares.get(i).path("part").asText().equals("attention")) {
                ObjectNode history = (ObjectNode) shares.get(i - 1);
                history.put(
                        "share",
                        history.path("share").asDouble()
                                + shares.remove(i).path("share").asDouble());
            }
        }
    }

    @Test
    void theSharesSumToTheFigureLessChanceAndAreKept() throws IOException {
        Outcome outcome = call("anatomy", "--run", in("din"), "--users", "20", "--metric", "ndcg10", "--json");
        JsonNode figure = Json.read(outcome.out(), JsonNode.class).at("/runs/0/metrics/0");
        double sum = 0;
        for (JsonNode share : figure.path("shares")) {
            sum += share.path("share").asDouble();
        }
        assertThat(sum)
                .isCloseTo(
                        figure.path("value").asDouble() - figure.path("chance").asDouble(), within(1e-12));
        assertThat(figure.path("users").asInt()).isEqualTo(20);
        try (Stream<Path> kept = Files.list(folder.resolve("din/measured"))) {
            assertThat(kept.map(file -> file.getFileName().toString())).anyMatch(name -> name.endsWith(".parts.json"));
        }
        assertThat(call("anatomy", "--run", in("din"), "--users", "20", "--metric", "ndcg10", "--json")
                        .out())
                .isEqualTo(outcome.out());
        assertThat(call("verify", in("din")).code()).isZero();
    }

    @Test
    void anEndingOfNoFormatIsRefusedBeforeAnyWork() {
        assertThat(call("anatomy", "--run", in("din"), "--out", in("parts.doc")).code())
                .isEqualTo(2);
    }
}
