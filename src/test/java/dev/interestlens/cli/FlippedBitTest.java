package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.store.Disk;
import dev.interestlens.store.Sha256;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.RunLabels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One flipped bit anywhere in a run or its data: every command gives what it gives without it, or ends as with bad input and names the file. Another figure
 * and our own fault are what must never be.
 */
@Tag("thorough")
class FlippedBitTest {
    private static final int ROUNDS = Integer.getInteger("interestlens.fuzz.rounds", 12) * 4;
    private static final long SEED = 20_261_126;
    private static final int BAD_INPUT = 3;

    /** What is of the moment. */
    private static final String MOMENT =
            "\"(created|older|cpuMillis)\" : [0-9a-zE.-]+|20\\d\\d-\\d\\d-\\d\\d( \\d\\d:\\d\\d)?";

    @TempDir
    static Path folder;

    private static Path run;
    private static Path data;
    private static Path graph;
    private static final Map<String, String> EXPECTED = new LinkedHashMap<>();
    private static final Map<Path, byte[]> SOUND = new LinkedHashMap<>();

    /** How a command ended: its code, what it said, and what it gave. */
    private record Outcome(int code, String said, String gave) {}

    @BeforeAll
    static void make() throws IOException {
        data = TinyShop.prepare(folder);
        run = folder.resolve("run");
        assertThat(call(train(run)).code()).isZero();
        assertThat(call("fidelity", "--run", run.toString(), "--samples", "5", "--out", run + "/fidelity.json")
                        .code())
                .isZero();
        new RunLabels("a name", "a note", List.of("tag")).write(Disk.real(), new RunFolder(run));
        graph = folder.resolve("graph.onnx");
        assertThat(call("export", "--run", run.toString(), "--format", "onnx", "--out", graph.toString())
                        .code())
                .isZero();
        keep(run);
        keep(data);
        for (String[] command : commands()) {
            Outcome outcome = outcome(command);
            assertThat(outcome.code()).as(command[0] + ": " + outcome.said()).isZero();
            EXPECTED.put(command[0], outcome.gave());
            restore();
        }
    }

    private static String[] train(Path target) {
        return new String[] {
            "train",
            "--data",
            data.toString(),
            "--model",
            "din",
            "--preset",
            "quick",
            "--run",
            target.toString(),
            "--threads",
            "1",
            "--set",
            "training.epochs=1",
            "--set",
            "training.batchSize=512",
            "--set",
            "model.embeddingSize=4",
            "--set",
            "model.head.hidden=8"
        };
    }

    private static List<String[]> commands() {
        String of = run.toString();
        String out = folder.resolve("out").toString();
        return List.of(
                new String[] {"evaluate", "--run", of, "--json"},
                new String[] {"predict", "--run", of, "--out", out + ".csv"},
                new String[] {"recommend", "--run", of, "--user", "u0003", "--json"},
                new String[] {"explain", "--run", of, "--sample", "7", "--json"},
                new String[] {"export", "--run", of, "--format", "safetensors", "--out", out + ".safetensors"},
                new String[] {"fidelity", "--run", of, "--samples", "2", "--json"},
                new String[] {"lengths", "--run", of, "--rows", "20", "--length", "5", "--reading", "all", "--json"},
                new String[] {
                    "open", graph.toString(), "--data", data.toString(), "--run", folder.resolve("again") + "", "--json"
                },
                new String[] {"report", "--run", of, "--out", out + ".md"},
                new String[] {"resume", "--run", of},
                new String[] {"verify", of, "--json"},
                new String[] {"inspect", data.toString(), "--protocol", "lastOut", "--json"},
                train(folder.resolve("again")));
    }

    private static Outcome call(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new CommandLineProgram(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Locale.ENGLISH)
                .run(arguments);
        return new Outcome(code, err.toString(StandardCharsets.UTF_8), out.toString(StandardCharsets.UTF_8));
    }

    private static Outcome outcome(String... command) throws IOException {
        Outcome outcome = call(command);
        StringBuilder gave = new StringBuilder(outcome.gave());
        for (String ending : List.of("csv", "safetensors", "md")) {
            Path file = folder.resolve("out." + ending);
            if (Files.exists(file)) {
                byte[] bytes = Files.readAllBytes(file);
                gave.append(ending.equals("md") ? new String(bytes, StandardCharsets.UTF_8) : Sha256.of(bytes));
                Files.delete(file);
            }
        }
        Path trained = command[0].equals("resume") ? run : folder.resolve("again");
        Path best = trained.resolve("checkpoints/best.safetensors");
        if (outcome.code() == 0 && (command[0].equals("resume") || command[0].equals("train"))) {
            gave.append(Sha256.of(best));
        }
        delete(folder.resolve("again"));
        return new Outcome(outcome.code(), outcome.said(), gave.toString().replaceAll(MOMENT, ""));
    }

    private static void keep(Path root) throws IOException {
        for (Path file : files(root)) {
            SOUND.put(file, Files.readAllBytes(file));
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void delete(Path root) throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** Files are replaced, not written into: what is mapped stays as it was. */
    private static void put(Path file, byte[] bytes) throws IOException {
        Path next = Files.write(folder.resolve("next"), bytes);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void restore() throws IOException {
        for (Path file : files(run)) {
            if (!SOUND.containsKey(file)) {
                Files.delete(file);
            }
        }
        for (Map.Entry<Path, byte[]> file : SOUND.entrySet()) {
            put(file.getKey(), file.getValue());
        }
    }

    @Test
    void noFlippedBitGivesAnotherFigureOrAStackTrace() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Path> files = new ArrayList<>(SOUND.keySet());
        files.removeIf(file -> SOUND.get(file).length == 0);
        List<String[]> commands = commands();
        for (int round = 0; round < ROUNDS; round++) {
            Path file = files.get(round % files.size());
            byte[] flipped = SOUND.get(file).clone();
            int at = random.nextInt(flipped.length);
            flipped[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            String[] command = commands.get(random.nextInt(commands.size()));
            put(file, flipped);
            Outcome outcome = outcome(command);
            String where = command[0] + ", byte " + at + " of " + file + ": " + outcome.said();
            if (outcome.code() == 0) {
                assertThat(outcome.gave()).as(where).isEqualTo(EXPECTED.get(command[0]));
            } else {
                assertThat(outcome.code()).as(where).isEqualTo(BAD_INPUT);
                assertThat(outcome.said()).as(where).contains(file.getFileName().toString());
                assertThat(outcome.said()).as(where).doesNotContain("dev.interestlens", "Exception");
            }
            restore();
        }
    }
}
