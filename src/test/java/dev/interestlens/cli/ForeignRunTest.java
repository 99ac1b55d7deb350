package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.testing.OlderRun;
import dev.interestlens.testing.TinyShop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that come from elsewhere: of an older version, or damaged. They are read, or refused in words. */
@Tag("thorough")
class ForeignRunTest {
    private static final long SEED = Long.getLong("interestlens.fuzz.seed", 20_261);
    private static final int ROUNDS = Integer.getInteger("interestlens.fuzz.rounds", 12) * 3;
    private static final int OUR_FAULT = 1;

    @TempDir
    static Path folder;

    private static Path sound;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeAll
    static void train() {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        sound = folder.resolve("sound");
        int code = new CommandLineProgram(nowhere, nowhere, Locale.ENGLISH)
                .run(
                        "train",
                        "--data",
                        TinyShop.prepare(folder).toString(),
                        "--model",
                        "din",
                        "--preset",
                        "quick",
                        "--run",
                        sound.toString(),
                        "--threads",
                        "1",
                        "--set",
                        "training.epochs=1",
                        "--set",
                        "model.head.hidden=8");
        assertThat(code).isZero();
    }

    private int run(String... arguments) {
        said.reset();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new CommandLineProgram(out, out, Locale.ENGLISH).run(arguments);
    }

    private String words() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private static Path copy(String name) throws IOException {
        Path copy = folder.resolve(name);
        try (Stream<Path> all = Files.walk(sound)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(sound.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return copy;
    }

    @Test
    void aRunOfAnOlderVersionIsReadAndTheVersionsAreNamed() throws IOException {
        Path older = copy("older");
        OlderRun.of(older);
        Path description = older.resolve("run.json");
        String text = Files.readString(description);
        String versions = text.replaceFirst("(?s).*\"versions\" : \"([^\"]*)\".*", "$1");
        // an older program knew neither of these switches
        text = text.replace(versions, "Interest Lens 0.0.9, PyTorch 2.5.1, Java 17")
                .replaceFirst("\\s*\"behaviourDropout\" : [0-9.]+,", "");
        Files.writeString(description, text);
        assertThat(run("verify", older.toString())).as(words()).isZero();
        assertThat(words()).contains("0.0.9", "training.behaviourDropout", "before sums were kept of: run.json");
        assertThat(run("evaluate", "--run", older.toString(), "--json"))
                .as(words())
                .isZero();
    }

    @Test
    void whatCannotBeKnownOfAnOlderRunIsNamed() throws IOException {
        Path older = copy("unknown");
        OlderRun.of(older);
        Path description = older.resolve("run.json");
        String text = Files.readString(description);
        Files.writeString(description, text.replaceFirst("\\s*\"normalisation\" : \"\\w+\",", ""));
        assertThat(run("verify", older.toString())).isEqualTo(3);
        assertThat(words()).contains("model.normalisation");
        Files.writeString(description, text.replace("\"format\" : 1", "\"format\" : 7"));
        assertThat(run("verify", older.toString())).isEqualTo(3);
        assertThat(words()).contains("format 7");
    }

    @Test
    void weightsOfAnotherShapeAreNamedOneByOne() throws IOException {
        Path other = folder.resolve("other.safetensors");
        assertThat(run("export", "--run", sound.toString(), "--format", "safetensors", "--out", other.toString()))
                .as(words())
                .isZero();
        byte[] bytes = Files.readAllBytes(other);
        String header = new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("\"prediction_net.0.bias\"", "\"prediction_net.0.bios\"");
        Files.write(other, header.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(run("verify", other.toString(), "--run", sound.toString())).isEqualTo(3);
        assertThat(words()).contains("Missing: prediction_net.0.bias", "Not in the model: prediction_net.0.bios");
    }

    @Test
    void whateverIsDamagedTheAnswerIsInWords() throws IOException {
        Random random = new Random(SEED);
        Path run = copy("damaged");
        List<Path> files = new ArrayList<>(List.of(run.resolve("run.json"), run.resolve("journal.log")));
        files.add(run.resolve("checkpoints/best.safetensors"));
        for (int round = 0; round < ROUNDS; round++) {
            Path file = files.get(round % files.size());
            byte[] before = Files.readAllBytes(file);
            byte[] bytes = before.clone();
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                bytes[random.nextInt(Math.min(3000, bytes.length))] = (byte) random.nextInt(256);
            }
            Files.write(file, random.nextInt(6) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
            String what = "seed " + SEED + ", round " + round + ", " + file.getFileName() + ": ";
            assertThat(run("verify", run.toString())).as(what + words()).isNotEqualTo(OUR_FAULT);
            assertThat(run("evaluate", "--run", run.toString(), "--json"))
                    .as(what + words())
                    .isNotEqualTo(OUR_FAULT);
            assertThat(words()).as(what).isNotBlank();
            Files.write(file, before);
        }
    }
}
