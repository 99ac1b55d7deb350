package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
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

@Tag("thorough")
class AnatomyCommandTest {
    @TempDir
    static Path folder;

    private record Outcome(int code, String out, String err) {
        JsonNode shares() {
            return Json.read(out, JsonNode.class).at("/runs/0/metrics/0/shares");
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
        List<String> line = new ArrayList<>(
                List.of("train", "--data", data, "--model", "din", "--preset", "quick", "--run", in("din")));
        for (String setting : List.of(
                "model.embeddingSize=8", "model.head.hidden=8", "training.epochs=1", "training.learningRate=0.02")) {
            line.addAll(List.of("--set", setting));
        }
        done(line.toArray(String[]::new));
        done("export", "--run", in("din"), "--format", "onnx", "--attention", "--out", in("din.onnx"));
        done("open", in("din.onnx"), "--data", data, "--run", in("theirs"));
    }

    @Test
    void aModelFromElsewhereHasTheSharesOfTheRunThatItIs() {
        JsonNode own =
                call("anatomy", "--run", in("din"), "--users", "30", "--json").shares();
        JsonNode theirs = call("anatomy", "--run", in("theirs"), "--users", "30", "--json")
                .shares();
        assertThat(own).hasSize(6);
        assertThat(theirs).hasSize(6);
        for (int i = 0; i < own.size(); i++) {
            assertThat(theirs.get(i).path("part")).isEqualTo(own.get(i).path("part"));
            assertThat(theirs.get(i).path("share").asDouble())
                    .isCloseTo(own.get(i).path("share").asDouble(), within(1e-4));
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
            assertThat(kept.map(file -> file.getFileName().toString())).anyMatch(name -> name.endsWith("anatomy.json"));
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
