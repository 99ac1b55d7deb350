package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.store.Disk;
import dev.interestlens.store.JournalReader;
import dev.interestlens.store.Sha256;
import dev.interestlens.testing.OlderRun;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.RunLabels;
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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run whose files are not as the trainer wrote them: it is said, and nothing is computed with them or written over them. */
@Tag("thorough")
class DamagedRunTest {
    private static final int BAD_INPUT = 3;

    @TempDir
    static Path folder;

    private static Path sound;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeAll
    static void train() {
        sound = folder.resolve("sound");
        assertThat(new DamagedRunTest()
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
                                "training.epochs=2",
                                "--set",
                                "model.embeddingSize=4",
                                "--set",
                                "model.head.hidden=8"))
                .isZero();
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
        for (Path file : files(sound)) {
            Path target = copy.resolve(sound.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        return copy;
    }

    private static List<Path> files(Path run) throws IOException {
        try (Stream<Path> all = Files.walk(run)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Map<String, String> sums(Path run) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        for (Path file : files(run)) {
            sums.put(run.relativize(file).toString(), Sha256.of(file));
        }
        return sums;
    }

    private static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= (byte) 0x80;
        Files.write(file, bytes);
    }

    @Test
    void aStateThatTheJournalNamesMustBeThere() throws IOException {
        Path run = copy("lost");
        assertThat(run("verify", run.toString())).as(words()).isZero();
        Path state = files(run).stream()
                .filter(file -> file.getFileName().toString().startsWith("step-"))
                .reduce((first, second) -> second)
                .orElseThrow();
        Files.delete(state);

        assertThat(run("verify", run.toString())).isEqualTo(BAD_INPUT);
        assertThat(words()).contains(state.getFileName().toString()).doesNotContain("no damage");
    }

    @Test
    void allThatIsWrongIsToldOnce() throws IOException {
        Path run = copy("several");
        List<String> damaged = new ArrayList<>();
        for (Path file : files(run.resolve("checkpoints"))) {
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));
            damaged.add(file.getFileName() + " is damaged or missing");
        }
        Path data = folder.resolve("dataset");
        Path moved = folder.resolve("moved");
        Files.move(data, moved);
        try {
            assertThat(run("doctor", run.toString())).isEqualTo(BAD_INPUT);
        } finally {
            Files.move(moved, data);
        }

        assertThat(damaged).hasSizeGreaterThan(1).allSatisfy(each -> assertThat(words())
                .containsOnlyOnce(each));
        assertThat(words()).contains("No other checkpoint of the run is sound").doesNotContain("–");
        assertThat(words()).containsOnlyOnce("data set of the run \"sound\" is no longer there");
    }

    /** Every command that uses a run. */
    private static List<String[]> uses(Path run) {
        String name = run.toString();
        String out = folder.resolve("out").toString();
        return List.of(
                new String[] {"evaluate", "--run", name, "--json"},
                new String[] {"predict", "--run", name, "--out", out + ".csv"},
                new String[] {"recommend", "--run", name, "--all", "--out", out + ".json"},
                new String[] {"explain", "--run", name, "--sample", "0", "--json"},
                new String[] {"export", "--run", name, "--format", "safetensors", "--out", out + ".safetensors"},
                new String[] {"fidelity", "--run", name, "--samples", "3", "--json"},
                new String[] {"lengths", "--run", name, "--rows", "20", "--length", "5", "--reading", "all", "--json"},
                new String[] {"report", "--run", name, "--out", out + ".html"},
                new String[] {"verify", name});
    }

    private void refused(Path run, String file) throws IOException {
        Map<String, String> before = sums(run);
        for (String[] use : uses(run)) {
            assertThat(run(use)).as(use[0] + ": " + words()).isEqualTo(BAD_INPUT);
            assertThat(words()).as(use[0]).contains(file);
        }
        assertThat(sums(run)).isEqualTo(before);
        assertThat(folder.resolve("out.csv")).doesNotExist();
        assertThat(folder.resolve("out.safetensors")).doesNotExist();
    }

    private void resumeRefused(Path run, String file) throws IOException {
        Map<String, String> before = sums(run);
        assertThat(run("resume", "--run", run.toString())).as(words()).isEqualTo(BAD_INPUT);
        assertThat(words()).contains(file);
        assertThat(sums(run)).isEqualTo(before);
    }

    @Test
    void flippedSignsOfWeightsGiveNoOtherFigures() throws IOException {
        Path run = copy("signs");
        Path best = run.resolve("checkpoints/best.safetensors");
        for (int at = (int) Files.size(best) - 4000; at < Files.size(best); at += 4) {
            flip(best, at + 3);
        }
        refused(run, "best.safetensors");
    }

    @Test
    void lostBestWeightsAreNotReplacedByOthersInSilence() throws IOException {
        Path run = copy("lost-best");
        Files.delete(run.resolve("checkpoints/best.safetensors"));
        refused(run, "best.safetensors");
    }

    @Test
    void theBestWeightsAreMadeAnewFromTheStateOfTheSameStep() throws IOException {
        Path run = copy("restored");
        Path best = run.resolve("checkpoints/best.safetensors");
        String sum = Sha256.of(best);
        flip(best, 900);
        assertThat(run("evaluate", "--run", run.toString())).isEqualTo(BAD_INPUT);
        assertThat(words()).contains("train --run \"" + run + "\"");
        assertThat(run("resume", "--run", run.toString())).as(words()).isZero();
        assertThat(words()).contains("best.safetensors was damaged; it was restored");
        assertThat(Sha256.of(best)).isEqualTo(sum);
        assertThat(run("verify", run.toString())).as(words()).isZero();
    }

    @Test
    void aRunGoesOnFromAnEarlierStateAndSaysSo() throws IOException {
        Path run = copy("earlier");
        try (Stream<Path> states = Files.list(run.resolve("checkpoints"))) {
            Path newest = states.filter(file -> file.getFileName().toString().startsWith("step-"))
                    .max(Path::compareTo)
                    .orElseThrow();
            flip(newest, 900);
            assertThat(run("resume", "--run", run.toString())).as(words()).isZero();
            assertThat(words()).contains(newest.getFileName() + " is damaged");
        }
        assertThat(Sha256.of(run.resolve("checkpoints/best.safetensors")))
                .isEqualTo(Sha256.of(sound.resolve("checkpoints/best.safetensors")));
        assertThat(run("verify", run.toString())).as(words()).isZero();
    }

    @Test
    void withoutASoundStateATrainingDoesNotBeginOverTheOldOne() throws IOException {
        Path run = copy("no-state");
        for (Path file : files(run.resolve("checkpoints"))) {
            if (file.getFileName().toString().startsWith("step-")) {
                flip(file, 900);
            }
        }
        resumeRefused(run, "step-");
        assertThat(run("evaluate", "--run", run.toString())).as(words()).isZero();
    }

    @Test
    void anEditedSeedIsNoOtherEvaluation() throws IOException {
        Path run = copy("seed");
        Path description = run.resolve("run.json");
        Files.writeString(description, Files.readString(description).replaceFirst("\"seed\" : \\d+", "\"seed\" : 99"));
        refused(run, "run.json");
        resumeRefused(run, "run.json");
    }

    @Test
    void namesNotesAndTagsMayChange() throws IOException {
        Path run = copy("labels");
        Files.writeString(run.resolve("labels.json"), "{\"name\": \"mine\", \"note\": \"\", \"tags\": [\"a\"]}");
        assertThat(run("verify", run.toString())).as(words()).isZero();
        assertThat(words()).contains("before sums were kept of: labels.json");
        new RunLabels("mine", "of two", List.of("a")).write(Disk.real(), new RunFolder(run));
        assertThat(run("verify", run.toString())).as(words()).isZero();
        flip(run.resolve("labels.json"), 15);
        assertThat(run("verify", run.toString())).as(words()).isEqualTo(BAD_INPUT);
        assertThat(words()).contains("labels.json");
        assertThat(run("evaluate", "--run", run.toString())).as(words()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLostJournalIsNotSoundAndNothingIsTrainedOverWhatItWasOf(boolean empty) throws IOException {
        Path run = copy("journal-" + empty);
        Files.delete(run.resolve("journal.log"));
        if (empty) {
            Files.createFile(run.resolve("journal.log"));
        }
        refused(run, "journal.log");
        resumeRefused(run, "journal.log");
    }

    @Test
    void aDamagedRecordIsNotTheEndOfTheJournal() throws IOException {
        Path run = copy("record");
        long second = JournalReader.read(run.resolve("journal.log"), 0).get(1).end();
        flip(run.resolve("journal.log"), (int) second + 20);
        refused(run, "journal.log");
        resumeRefused(run, "journal.log");
    }

    @Test
    void aRecordThatAKilledTrainerLeftHalfIsNoDamage() throws IOException {
        Path run = copy("torn");
        byte[] journal = Files.readAllBytes(run.resolve("journal.log"));
        Files.write(run.resolve("journal.log"), Arrays.copyOf(journal, journal.length - 5));
        assertThat(run("verify", run.toString())).as(words()).isZero();
        assertThat(run("resume", "--run", run.toString())).as(words()).isZero();
    }

    @Test
    void anOlderRunIsSoundAsFarAsItsSumsReach() throws IOException {
        Path run = copy("older");
        OlderRun.of(run);
        assertThat(run("verify", run.toString())).as(words()).isZero();
        assertThat(words()).contains("before sums were kept of: run.json");
        assertThat(run("resume", "--run", run.toString())).isZero();
        assertThat(run("verify", run.toString())).isZero();
        assertThat(words()).doesNotContain("before sums");
    }
}
