package dev.interestlens.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.cli.CommandLineProgram;
import dev.interestlens.store.Json;
import dev.interestlens.store.Sha256;
import dev.interestlens.testing.EventFile;
import dev.interestlens.testing.TinyShop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written for other programs, read as they read it. */
@Tag("thorough")
class ExchangeTest {
    @TempDir
    static Path folder;

    private static Path dataset;
    private static Path run;
    private static Path live;

    @BeforeAll
    static void train() throws IOException {
        dataset = TinyShop.prepare(folder);
        run = folder.resolve("dien");
        live = folder.resolve("live");
        Files.createDirectory(live);
        Files.writeString(live.resolve("mine.txt"), "mine");
        call(
                "train --data {} --model dien --preset quick --threads 1 --set model.embeddingSize=4 --set model.head.hidden=8"
                        + " --set training.epochs=2 --set training.steps=20 --run {} --tensorboard {}",
                dataset,
                run,
                live);
    }

    private static void call(String line, Object... paths) {
        String filled = line;
        for (Object path : paths) {
            filled = filled.replaceFirst("\\{}", String.valueOf(path));
        }
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new CommandLineProgram(
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Locale.ENGLISH)
                .run(filled.split(" "));
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
    }

    private static Set<String> tags(List<EventFile.Value> values) {
        return values.stream().map(EventFile.Value::tag).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path only(Path in, String part) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.filter(file -> file.getFileName().toString().contains(part))
                    .reduce((a, b) -> {
                        throw new AssertionError("two of them");
                    })
                    .orElseThrow();
        }
    }

    @Test
    void tensorboardCanReadAlongWhileItTrains() throws IOException {
        List<EventFile.Value> values = EventFile.values(only(live, "tfevents"));
        assertThat(tags(values))
                .contains(
                        "train/loss",
                        "valid/auc",
                        "epoch/loss",
                        "_hparams_/session_start_info",
                        "_hparams_/session_end_info");
        assertThat(live.resolve("mine.txt")).hasContent("mine");
    }

    @Test
    void aRunAfterwardsHasDistributionsAndFiguresToo() throws IOException {
        Path out = folder.resolve("board");
        call("export --run {} --format tensorboard --out {}", run, out);
        List<EventFile.Value> values = EventFile.values(only(out, "tfevents"));
        assertThat(tags(values))
                .contains(
                        "train/loss",
                        "valid/auc",
                        "attention/entropy",
                        "gates/evolution.update",
                        "gates/extractor.reset",
                        "figures/learning",
                        "figures/attention");
        EventFile.Value entropy = values.stream()
                .filter(value -> value.tag().equals("attention/entropy"))
                .findFirst()
                .orElseThrow();
        assertThat(EventFile.real(entropy.message(5), 1)).isBetween(0.0, 1.0);
        assertThat(EventFile.real(entropy.message(5), 2)).isBetween(0.0, 1.0 + 1e-6);
        EventFile.Value figure = values.stream()
                .filter(value -> value.tag().equals("figures/learning"))
                .findFirst()
                .orElseThrow();
        assertThat(figure.message(4)
                        .getField(4)
                        .getLengthDelimitedList()
                        .get(0)
                        .substring(1, 4)
                        .toStringUtf8())
                .isEqualTo("PNG");
    }

    @Test
    void whatIsWrittenAfterwardsHasTheNumbersOfTheLiveOnes() throws IOException {
        Path out = folder.resolve("again");
        call("export --run {} --format tensorboard --out {}", run, out);
        assertThat(scalars(only(out, "tfevents"))).isEqualTo(scalars(only(live, "tfevents")));
    }

    private static List<String> scalars(Path file) throws IOException {
        return EventFile.values(file).stream()
                .filter(value -> value.is(2))
                .map(value -> value.tag() + " " + value.step() + " " + value.scalar())
                .toList();
    }

    @Test
    void mlflowFindsTheRunWithItsMetricsAndParameters() throws IOException {
        Path out = folder.resolve("mlruns");
        call("export --run {} --format mlflow --out {}", run, out);
        Path logged = only(out.resolve("1"), "17e57");
        String id = logged.getFileName().toString();
        assertThat(id).matches("[0-9a-f]{32}");
        assertThat(logged.resolve("meta.yaml"))
                .content()
                .contains("run_id: " + id, "status: 3", "lifecycle_stage: active", "experiment_id: \"1\"");
        assertThat(logged.resolve("params/model.id")).hasContent("dien");
        assertThat(logged.resolve("tags/mlflow.runName")).hasContent("dien");
        assertThat(Files.readAllLines(logged.resolve("metrics/valid/auc")))
                .hasSize(2)
                .allMatch(line -> line.matches("\\d{13} 0\\.\\d+ \\d+"));
        assertThat(logged.resolve("artifacts/learning.svg")).exists();
    }

    @Test
    void recboleGetsEveryRowUnderTypedHeads() throws IOException {
        Path out = folder.resolve("tiny");
        call("export --data {} --format recbole --out {}", dataset, out);
        List<String> rows = Files.readAllLines(out.resolve("tiny.inter"));
        assertThat(rows.get(0)).startsWith("user_id:token\titem_id:token\ttimestamp:float");
        JsonNode info = Json.tree(dataset.resolve("dataset.json"));
        assertThat(rows)
                .hasSize(1
                        + info.path("events").asInt()
                        + info.path("impressions").asInt());
        assertThat(Files.readAllLines(out.resolve("tiny.item")))
                .hasSize(1 + info.path("items").asInt());
        List<String> users = Files.readAllLines(out.resolve("tiny.user"));
        assertThat(users).hasSize(1 + info.path("users").asInt());
        Set<String> known = users.stream().map(line -> line.split("\t")[0]).collect(Collectors.toSet());
        assertThat(rows.subList(1, rows.size())).allMatch(row -> known.contains(row.split("\t")[0]));
        int columns = rows.get(0).split("\t").length;
        assertThat(rows).allMatch(row -> row.split("\t", -1).length == columns);
    }

    @Test
    void aCroissantCardNamesEachColumnAndTheSumOfEachFile() throws IOException {
        Path out = folder.resolve("croissant");
        call("export --data {} --format croissant --out {}", dataset, out);
        JsonNode card = Json.tree(out.resolve("croissant.json"));
        assertThat(card.path("conformsTo").asText()).isEqualTo("http://mlcommons.org/croissant/1.0");
        assertThat(card.path("distribution")).hasSize(3);
        for (JsonNode file : card.path("distribution")) {
            Path written = out.resolve(file.path("contentUrl").asText());
            assertThat(file.path("sha256").asText()).isEqualTo(Sha256.of(written));
            assertThat(file.path("contentSize").asText()).isEqualTo(Files.size(written) + " B");
        }
        Set<String> fields = new TreeSet<>();
        card.path("recordSet").forEach(set -> set.path("field").forEach(field -> {
            fields.add(field.path("@id").asText());
            assertThat(field.path("dataType").asText()).startsWith("sc:");
            assertThat(field.path("source").path("extract").path("column").asText())
                    .isEqualTo(field.path("name").asText());
        }));
        assertThat(fields)
                .containsAll(Arrays.asList("events/user", "events/item", "events/order", "items/item", "users/user"));
    }
}
