package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.measurement.quality.PlantedCauses;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.workspace.data.DatasetLabel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A copy with planted causes says so wherever its name is given, whatever its folder is called. */
@Tag("thorough")
class PlantedMarkTest {
    private static final String MARK = "with planted causes";
    private static final String CHINESE = "埋有原因";

    @TempDir
    static Path folder;

    private static String call(Locale language, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = new CommandLineProgram(both, both, language).run(arguments);
        String said = out.toString(StandardCharsets.UTF_8);
        assertThat(code).as(said).isZero();
        return said;
    }

    private static String in(String name) {
        return folder.resolve(name).toString();
    }

    @BeforeAll
    static void train() {
        Path log = TinyShop.prepare(folder, 300);
        call(Locale.ENGLISH, "plant", "--data", log.toString(), "--out", in("copy"));
        List<String> line = new ArrayList<>(
                List.of("train", "--data", in("copy"), "--model", "din", "--preset", "quick", "--run", in("run")));
        for (String setting : List.of(
                "model.embeddingSize=4",
                "model.head.hidden=8",
                "model.neighbours.kind=none",
                "training.epochs=1",
                "training.batchSize=512",
                "training.itemEmbeddingsFrom=",
                "data.protocol.history.maxLength=10")) {
            line.addAll(List.of("--set", setting));
        }
        call(Locale.ENGLISH, line.toArray(String[]::new));
    }

    @Test
    void everyScreenNamesItSo() {
        assertThat(DatasetLabel.NONE.nameOf(folder.resolve("copy"))).isEqualTo("copy (planted)");
        assertThat(new DatasetLabel("mine").nameOf(folder.resolve("copy"))).isEqualTo("mine (planted)");
    }

    @Test
    void inspectSaysSoInBothLanguages() {
        assertThat(call(Locale.ENGLISH, "inspect", in("copy"))).contains(MARK);
        assertThat(call(Locale.CHINESE, "inspect", in("copy"))).contains(CHINESE);
        assertThat(call(Locale.ENGLISH, "inspect", in("copy"), "--json")).contains("\"planted\" : \"same\"");
    }

    @Test
    void theReportOfARunSaysSo() throws IOException {
        call(Locale.ENGLISH, "report", "--run", in("run"), "--out", in("report.md"), "--language", "en");
        call(Locale.ENGLISH, "report", "--run", in("run"), "--out", in("report.html"), "--language", "zh");
        assertThat(folder.resolve("report.md")).content().contains(MARK, "-planted-same");
        assertThat(folder.resolve("report.html")).content().contains(CHINESE);
    }

    @Test
    void aBundlesCardSaysSoInBothLanguages() throws IOException {
        call(Locale.ENGLISH, "export", "--run", in("run"), "--format", "bundle", "--out", in("bundle"));
        assertThat(folder.resolve("bundle/MODEL_CARD.md")).content().contains(MARK, "-planted-same");
        assertThat(folder.resolve("bundle/MODEL_CARD.zh.md")).content().contains(CHINESE);
        assertThat(folder.resolve("bundle/README.md")).content().contains("-planted-same");
    }

    @ParameterizedTest
    @CsvSource({
        "--data,copy,croissant,croissant.json,with planted causes",
        "--data,copy,croissant,events.parquet,planted",
        "--data,copy,recbole,.inter,planted:token",
        "--run,run,mlflow,tags/dataset,(planted)",
        "--run,run,tensorboard,interest-lens,planted",
        "--run,run,onnx,onnx,planted",
        "--run,run,torchscript,torchscript,planted",
        "--run,run,safetensors,safetensors,planted"
    })
    void everyExportSaysSo(String option, String of, String format, String file, String mark) throws IOException {
        String out = in(format + mark.length());
        call(Locale.ENGLISH, "export", option, in(of), "--format", format, "--out", out);
        try (Stream<Path> all = Files.walk(Path.of(out))) {
            assertThat(all.filter(Files::isRegularFile)
                            .filter(each -> each.toString().endsWith(file) || each.equals(Path.of(out)))
                            .map(PlantedMarkTest::text))
                    .anyMatch(text -> text.contains(mark));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"croissant", "recbole"})
    void whatIsImportedAgainSaysSo(String format) {
        String out = in(format + "-again");
        call(Locale.ENGLISH, "export", "--data", in("copy"), "--format", format, "--out", out);
        assertThat(call(Locale.ENGLISH, "prepare", out, "--out", in(format + "-data")))
                .contains(MARK);
        assertThat(call(Locale.ENGLISH, "inspect", in(format + "-data"), "--json"))
                .contains("\"planted\" : \"same\"");
        try (PreparedDataset data = PreparedDataset.open(folder.resolve(format + "-data"))) {
            assertThat(data.info().mark()).containsEntry("planted", "same");
            assertThat(PlantedCauses.of(data)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "evaluate --users 20 | with planted causes",
                "evaluate --users 20 --json | \"planted\" : \"same\"",
                "recommend --user u0000 --json | \"planted\" : \"same\"",
                "recommend --user u0000 --out list.html | with planted causes",
                "recommend --user u0000 --out list.json | \"planted\" : \"same\"",
                "recommend --user u0000 --out list.csv | ,planted",
                "recommend --user u0000 --out list.svg | -planted-same",
                "recommend --all --out lists.html | with planted causes",
                "recommend --all --out lists.json | \"planted\":\"same\"",
                "anatomy --users 20 | with planted causes",
                "anatomy --users 20 --json | \"planted\" : \"same\"",
                "anatomy --users 20 --out anatomy.md | with planted causes",
                "anatomy --users 20 --out anatomy.csv | (planted)",
                "currencies | with planted causes",
                "currencies --json | \"planted\" : \"same\"",
                "currencies --out currencies.csv | (planted)",
                "explain --sample 1 --json | \"planted\" : \"same\"",
                "explain --sample 1 --out why.csv | ,planted",
                "explain --sample 1,2 --out whys.csv | ,planted",
                "explain --sample 1 --out why.html | -planted-same",
                "lengths --length 5 --rows 20 | with planted causes",
                "lengths --length 5 --rows 20 --json | \"planted\" : \"same\"",
                "predict --out scores.csv | ,planted"
            })
    void everyCommandOfARunSaysSo(String line, String mark) throws IOException {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        words.addAll(1, List.of("--run", in("run")));
        String file = words.get(words.size() - 1);
        if (words.contains("--out")) {
            words.set(words.size() - 1, in(file));
        }
        String said = call(Locale.ENGLISH, words.toArray(String[]::new));
        assertThat(words.contains("--out") ? text(folder.resolve(file)) : said).contains(mark);
    }

    @Test
    void aComparisonSaysSo() throws IOException {
        String other = in("other");
        try (Stream<Path> all = Files.walk(folder.resolve("run"))) {
            for (Path each : all.toList()) {
                Files.copy(each, Path.of(other).resolve(folder.resolve("run").relativize(each)));
            }
        }
        String[] line = {"compare", "--run", in("run"), "--run", other};
        assertThat(call(Locale.ENGLISH, line)).contains(MARK);
        assertThat(call(Locale.ENGLISH, "compare", "--run", in("run"), "--run", other, "--json"))
                .contains("\"planted\" : \"same\"");
        assertThat(call(Locale.ENGLISH, "gate", "--run", in("run"), "--run", other, "--json"))
                .contains("run (planted)");
        call(Locale.ENGLISH, "report", "--run", in("run"), "--run", other, "--out", in("both.md"));
        assertThat(folder.resolve("both.md")).content().contains(MARK, "run (planted)");
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
