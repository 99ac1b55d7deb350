package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.Launcher;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.export.onnx.ForeignGraphs;
import dev.interestlens.store.Sha256;
import dev.interestlens.testing.TinyShop;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that are killed at random moments of their work: what they write is not there, or whole; and the next call writes the same bytes. */
@Tag("thorough")
class KilledCommandsTest {
    private static final int KILLS = Integer.getInteger("interestlens.kills", 1);

    /** Files of an opened model that hold the time. */
    private static final List<String> TIMED = List.of("run.json", "journal.log");

    @TempDir
    static Path folder;

    @BeforeAll
    static void train() throws IOException {
        Path data = TinyShop.prepare(folder);
        Files.createSymbolicLink(folder.resolve("D"), data);
        StringBuilder log = new StringBuilder("user,item,time,category\n");
        for (int row = 0; row < 200_000; row++) {
            int item = row * 31 % 900;
            log.append("u" + row % 5000 + ",i" + item + "," + (1_700_000_000 + row) + ",c" + item % 9 + "\n");
        }
        Files.writeString(folder.resolve("log.csv"), log);
        try (PreparedDataset opened = PreparedDataset.open(data)) {
            ForeignGraphs.write(folder.resolve("G.onnx"), ForeignGraphs.Kind.MASKED, opened.items());
            StringBuilder numbers = new StringBuilder("key,id\n");
            for (int i = 0; i < opened.items(); i++) {
                numbers.append(opened.itemKey(i + 2) + "," + (i + 1) + "\n");
            }
            Files.writeString(folder.resolve("numbers.csv"), numbers);
        }
        PrintStream out = new PrintStream(folder.resolve("said").toFile(), StandardCharsets.UTF_8);
        String prepare = "prepare " + folder.resolve("log.csv") + " --out " + folder.resolve("P");
        assertThat(new CommandLineProgram(out, out, Locale.ENGLISH).run(prepare.split(" ")))
                .isZero();
        String line = "train --data " + data + " --model din --preset quick --threads 1 --set model.embeddingSize=4"
                + " --set model.head.hidden=8 --set training.epochs=1 --run " + folder.resolve("R");
        assertThat(new CommandLineProgram(out, out, Locale.ENGLISH).run(line.split(" ")))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recommend --run R --all --why --out T.csv",
                "predict --run R --part train --out T.csv",
                "export --run R --format bundle --out T.zip",
                "prepare log.csv --out T",
                "plant --data P --law pair --out T",
                "open G.onnx --data D --vocabulary item=numbers.csv --run T"
            })
    void theNextCallWritesTheSameBytes(String command) throws IOException, InterruptedException {
        long idle = nanos("--version");
        String own = command.substring(0, command.indexOf(' ')); // all commands write into one folder
        long all = nanos(command.replace("T", own + "-alone"));
        Map<String, String> alone = sums(target(command, own + "-alone"));
        SplittableRandom random = new SplittableRandom(command.hashCode());
        for (int kill = 0; kill < KILLS; kill++) {
            String name = own + "-killed" + kill;
            Process process = start(command.replace("T", name));
            process.waitFor(idle + random.nextLong(Math.max(1, all - idle)), TimeUnit.NANOSECONDS);
            process.destroyForcibly().waitFor();
            Path target = target(command, name);
            if (!command.startsWith("open") && Files.exists(target)) {
                assertThat(sums(target)).as("kill %d", kill).isEqualTo(alone);
            }
            assertThat(start(command.replace("T", name) + " --overwrite").waitFor())
                    .as(Files.readString(folder.resolve("said")))
                    .isZero();
            assertThat(sums(target)).as("after kill %d", kill).isEqualTo(alone);
        }
    }

    private static long nanos(String command) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        assertThat(start(command).waitFor())
                .as(Files.readString(folder.resolve("said")))
                .isZero();
        return System.nanoTime() - begin;
    }

    private static Process start(String command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dai.djl.offline=true",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(each -> Path.of(each).toAbsolutePath().toString())
                        .reduce((a, b) -> a + File.pathSeparator + b)
                        .orElseThrow(),
                Launcher.class.getName()));
        line.addAll(List.of(command.split(" ")));
        return new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    private static Path target(String command, String name) {
        String last = command.substring(command.lastIndexOf(' ') + 1);
        return folder.resolve(last.replace("T", name));
    }

    private static Map<String, String> sums(Path target) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        try (Stream<Path> all = Files.walk(target)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = target.relativize(file).toString();
                if (!TIMED.contains(name)) {
                    sums.put(name, Sha256.of(file));
                }
            }
        }
        return sums;
    }
}
