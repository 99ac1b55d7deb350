package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.store.Json;
import dev.interestlens.testing.TinyShop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bundle beside the run that it says it is of. */
@Tag("thorough")
class BundleOfRunTest {
    private static final int HISTORY = 24;

    @TempDir
    static Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeAll
    static void prepare() {
        TinyShop.prepare(folder);
    }

    private int run(Object... arguments) {
        said.reset();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        return new CommandLineProgram(out, out, Locale.ENGLISH).run(texts);
    }

    private String words() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private Path trained(String family) {
        Path target = folder.resolve(family);
        if (!Files.exists(target)) {
            List<Object> arguments = new ArrayList<>(List.of(
                    "train",
                    "--data",
                    folder.resolve("dataset"),
                    "--model",
                    family,
                    "--preset",
                    "quick",
                    "--run",
                    target,
                    "--threads",
                    1));
            for (String setting : List.of(
                    "training.epochs=1", "model.embeddingSize=4", "data.protocol.history.maxLength=" + HISTORY)) {
                arguments.addAll(List.of("--set", setting));
            }
            assertThat(run(arguments.toArray())).as(words()).isZero();
        }
        return target;
    }

    private Path bundle(String family, String name) {
        Path bundle = folder.resolve(name);
        Path run = trained(family);
        if (!Files.exists(bundle)) {
            assertThat(run("export", "--run", run, "--format", "bundle", "--out", bundle))
                    .as(words())
                    .isZero();
        }
        return bundle;
    }

    @ParameterizedTest
    @ValueSource(strings = {"pool", "din", "dien", "bst"})
    void itsGoldenRowsHoldNoHistoryAFullOneAndWhatLiesBetween(String family) {
        Path bundle = bundle(family, family + "-bundle");
        JsonNode items = Json.tree(bundle.resolve("golden.json")).path("inputs").path("history_item");
        int width = items.path("shape").get(1).asInt();
        List<Integer> lengths = new ArrayList<>();
        for (int row = 0; row < items.path("shape").get(0).asInt(); row++) {
            int length = 0;
            while (length < width && items.path("ids").get(row * width + length).asInt() != 0) {
                length++;
            }
            lengths.add(length);
        }
        assertThat(lengths).contains(0, HISTORY);
        assertThat(lengths.stream().distinct().count()).isGreaterThan(6);
        assertThat(run("verify", bundle)).as(words()).isZero();
    }

    @Test
    void aBundleOfAnotherRunIsNotSoundBesideThisOne() {
        Path bundle = bundle("din", "din-bundle");
        assertThat(run("verify", bundle, "--run", trained("din"))).as(words()).isZero();
        assertThat(words()).contains("the very weights");
        assertThat(run("verify", bundle, "--run", trained("pool"))).isEqualTo(3);
        assertThat(words()).contains("Not in the model:");
    }

    @Test
    void whatAManifestDoesNotListIsNamed() throws IOException {
        Path added = bundle("pool", "added");
        Files.writeString(added.resolve("examples/run.sh"), "echo");
        assertThat(run("verify", added)).isEqualTo(3);
        assertThat(words()).contains("examples/run.sh");
        Path zip = bundle("pool", "added.zip");
        assertThat(run("verify", zip)).as(words()).isZero();
        try (FileSystem inside = FileSystems.newFileSystem(zip)) {
            Files.writeString(inside.getPath("setup.py"), "print()");
        }
        assertThat(run("verify", zip)).isEqualTo(3);
        assertThat(words()).contains("setup.py");
    }

    @Test
    void aDataSetIsNotComparedWithARun() {
        assertThat(run("verify", folder.resolve("dataset"), "--run", trained("pool")))
                .isEqualTo(2);
    }
}
