package dev.interestlens.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.cli.CommandLineProgram;
import dev.interestlens.cli.console.ClusterJobs;
import dev.interestlens.data.Layout;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.recommend.Filter;
import dev.interestlens.recommend.Recommendation;
import dev.interestlens.store.OutputPath;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.score.BatchPrediction;
import dev.interestlens.workspace.score.BatchRecommendation;
import dev.interestlens.workspace.score.OnnxScorer;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executors are processes that may die at any moment: nothing is lost, and nothing is left behind. */
class SparkKillTest {
    private static final int ROWS = Integer.getInteger("interestlens.spark.rows", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("interestlens.spark.rounds", 5);
    private static final int PAIRS = 200_000;

    /** While reading, while entities are gathered, while rows are sorted and written. */
    private static final List<Killer.Point> POINTS = List.of(
            new Killer.Point("read", 0.13),
            new Killer.Point("read", 0.35),
            new Killer.Point("encode", 0.6),
            new Killer.Point("sort", 0.7));

    @TempDir
    private static Path folder;

    private static SparkSession spark;

    @BeforeAll
    static void begin() throws IOException {
        spark = Sessions.cluster(folder);
    }

    @AfterAll
    static void end() {
        spark.stop();
    }

    @Test
    void executorsKilledWhileReadingAndWritingLoseNoBit() throws IOException {
        Path log = log();
        Path here = folder.resolve("here");
        Sources.prepare(List.of(log), PrepareOptions.defaults(), here, Progress.none())
                .close();
        Path outputs = Files.createDirectories(folder.resolve("outputs"));
        int killed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Path there = outputs.resolve("there-" + round);
            Killer killer = new Killer(POINTS);
            OutputPath target = OutputPath.folder(there, Layout.KIND, OutputPath.Existing.REFUSED);
            SparkJobs jobs = new SparkJobs(spark, Files.size(log) / 8);
            try (PreparedDataset data =
                    jobs.prepare(List.of(log.toString()), "", PrepareOptions.defaults(), target, killer)) {
                assertThat(data.events()).isEqualTo(ROWS);
            }
            for (String name : names(here)) {
                assertThat(there.resolve(name)).hasSameBinaryContentAs(here.resolve(name));
            }
            assertThat(names(there)).isEqualTo(names(here));
            killed += killer.killed();
        }
        assertThat(killed).isEqualTo(ROUNDS * POINTS.size());
        assertThat(names(outputs)).hasSize(ROUNDS);
    }

    @Test
    void scoresAreThoseOfThisMachineAlthoughAnExecutorIsKilled() throws IOException {
        Path run = folder.resolve("run");
        command("train --data " + TinyShop.prepare(folder) + " --model din --preset quick --run " + run
                + " --threads 1 --set training.epochs=1 --set model.head.hidden=8");
        Path onnx = folder.resolve("model.onnx");
        Path outputs = Files.createDirectories(folder.resolve("scores"));
        Path pairs;
        Path data;
        try (OpenRun open = OpenRun.best(new RunFolder(run))) {
            OnnxScorer.write(open, onnx);
            data = open.data().folder();
            pairs = pairs(open.data());
        }
        command("predict --run " + run + " --engine onnx --pairs " + pairs + " --out " + folder.resolve("here.csv"));
        Path there = outputs.resolve("there.csv");
        Killer killer = new Killer(List.of(new Killer.Point("score", 0.1)));
        BatchPrediction.Result result = new SparkJobs(spark, 1 << 20)
                .score(
                        new ClusterJobs.Scoring(onnx, data, pairs, Map.of(), PrepareOptions.AUTO),
                        OutputPath.file(there, OutputPath.Existing.REFUSED),
                        killer);
        assertThat(killer.killed()).isEqualTo(1);
        assertThat(result.rows()).isEqualTo(PAIRS);
        assertThat(there).hasSameBinaryContentAs(folder.resolve("here.csv"));
        assertThat(names(outputs)).containsExactly("there.csv");
    }

    @Test
    void listsAreThoseOfThisMachineAlthoughAnExecutorIsKilled() throws IOException {
        Path run = folder.resolve("lists-run");
        Path data = TinyShop.prepare(Files.createDirectory(folder.resolve("lists-shop")));
        command("train --data " + data + " --model din --preset quick --run " + run
                + " --threads 1 --set training.epochs=1 --set model.head.hidden=8");
        Path here = folder.resolve("lists.csv");
        command("recommend --run " + run + " --all --top 3 --why --out " + here);
        Path outputs = Files.createDirectories(folder.resolve("lists"));
        Path there = outputs.resolve("there.csv");
        Killer killer = new Killer(List.of(new Killer.Point("score", 0.1)));
        Recommendation.Wish wish = new Recommendation.Wish(Filter.DEFAULT, 3, 0, true);
        BatchRecommendation.Result result = new SparkJobs(spark, 1 << 20)
                .recommend(
                        new ClusterJobs.Recommending(
                                run, data, null, BatchRecommendation.At.NEXT, wish, Locale.ENGLISH),
                        OutputPath.file(there, OutputPath.Existing.REFUSED),
                        killer);
        assertThat(killer.killed()).isEqualTo(1);
        assertThat(result.users()).isPositive();
        assertThat(there).hasSameBinaryContentAs(here);
        assertThat(names(outputs)).containsExactly("there.csv");
    }

    private static void command(String line) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        assertThat(new CommandLineProgram(nowhere, nowhere, Locale.ENGLISH).run(line.split(" ")))
                .isZero();
    }

    private static Path pairs(PreparedDataset data) throws IOException {
        Path file = folder.resolve("pairs.csv");
        Random random = new Random(5);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("user,item\n");
            for (int row = 0; row < PAIRS; row++) {
                String user = row % 97 == 0 ? "nobody" : data.userKey(random.nextInt(data.users()));
                String item = row % 89 == 0 ? "nothing" : data.itemKey(2 + random.nextInt(data.items()));
                out.write(user + "," + item + "\n");
            }
        }
        return file;
    }

    private static Path log() throws IOException {
        Path file = folder.resolve("log.csv");
        Random random = new Random(6);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("user,item,category,time\n");
            for (int row = 0; row < ROWS; row++) {
                int item = (int) (20_000 * random.nextDouble() * random.nextDouble());
                out.write("u" + random.nextInt(50_000) + ",i" + item + ",c" + item % 50 + ","
                        + (1_600_000_000 + random.nextInt(10_000_000)) + "\n");
            }
        }
        return file;
    }

    private static List<String> names(Path of) throws IOException {
        try (Stream<Path> inside = Files.list(of)) {
            return inside.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
