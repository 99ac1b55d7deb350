package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.store.Json;
import dev.interestlens.store.Sha256;
import dev.interestlens.testing.Python;
import dev.interestlens.testing.TinyShop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings without a part of the log. */
@Tag("thorough")
class WithoutTest {
    @TempDir
    static Path folder;

    private static Path data;

    @BeforeAll
    static void trainOnAll() throws IOException {
        data = TinyShop.prepare(folder);
        train("all");
        train("one", "--without", "user=u0004");
    }

    private static String run(String... line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new CommandLineProgram(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Locale.ENGLISH)
                .run(line);
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String train(String name, String... more) throws IOException {
        List<String> line = new ArrayList<>(List.of("train", "--data", data.toString(), "--run"));
        line.addAll(List.of(folder.resolve(name).toString(), "--model", "din", "--preset", "quick", "--json"));
        for (String setting : List.of(
                "model.embeddingSize=4",
                "model.head.hidden=8",
                "training.threads=1",
                "training.epochs=2",
                "data.protocol.history.maxLength=20")) {
            line.addAll(List.of("--set", setting));
        }
        line.addAll(List.of(more));
        return run(line.toArray(String[]::new));
    }

    private static String weights(String name) throws IOException {
        return Sha256.of(folder.resolve(name).resolve("checkpoints/best.safetensors"));
    }

    @Test
    void leavingNothingOutGivesTheSameWeightsToTheBit() throws IOException {
        train("none", "--without", "user=nobody");

        assertThat(weights("none")).isEqualTo(weights("all"));
        assertThat(weights("one")).isNotEqualTo(weights("all"));
    }

    @Test
    void anIndependentProgramRecomputesTheCertificate() {
        Python python = Python.with(folder, "array", "hashlib");
        String script = Path.of("src/test/python/without.py").toAbsolutePath().toString();
        String run = folder.resolve("one").toString();
        Path out = folder.resolve("python");

        assertThat(python.run(folder, out, Map.of(), script, run, data.toString(), "u0004"))
                .as("%s", out)
                .isZero();
        assertThat(python.run(folder, out, Map.of(), script, run, data.toString(), "u0005"))
                .isEqualTo(1);
    }

    @Test
    void theRunItsJsonAndItsReportSayWhatWasLeftOut() throws IOException {
        JsonNode json = Json.read(train("told", "--without", "user=u0007"), JsonNode.class);
        assertThat(json.at("/without/filter").asText()).isEqualTo("user=u0007");
        assertThat(json.at("/without/users").asInt()).isEqualTo(1);

        Path report = folder.resolve("report.md");
        run("report", "--run", folder.resolve("told").toString(), "--out", report.toString());
        assertThat(report).content().contains("no batch read what matches \"user=u0007\"");
    }
}
