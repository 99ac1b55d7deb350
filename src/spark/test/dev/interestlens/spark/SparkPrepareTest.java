package dev.interestlens.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.data.Layout;
import dev.interestlens.data.source.LogSamples;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.spark.source.Cluster;
import dev.interestlens.spark.source.ClusterEngine;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A data set that Spark prepares is that of one machine, byte for byte. */
class SparkPrepareTest {
    private static final long PART = 9000;

    @TempDir
    private static Path folder;

    private static SparkSession spark;

    @BeforeAll
    static void begin() {
        spark = Sessions.local(folder);
    }

    @AfterAll
    static void end() {
        spark.stop();
    }

    @TestFactory
    Stream<DynamicTest> everyFileIsTheOneThatThisMachineMakes() {
        return LogSamples.all().stream().map(sample -> DynamicTest.dynamicTest(sample.name(), () -> same(sample)));
    }

    @Test
    void aTableInAnyOrderIsTheFileWhoseOrderItsColumnGives() throws IOException {
        LogSamples.Sample sample = LogSamples.all().stream()
                .filter(each -> each.name().equals("orderColumn"))
                .findFirst()
                .orElseThrow();
        Path source = sample.write(folder.resolve("table")).get(0);
        Path here = folder.resolve("table-here");
        Sources.prepare(List.of(source), sample.options(), here, Progress.none())
                .close();
        spark.read()
                .parquet(source.resolve("log.parquet").toString())
                .repartition(5)
                .createOrReplaceTempView("clicks");
        Path there = Files.createDirectories(folder.resolve("tables")).resolve("there");
        OutputPath target = OutputPath.folder(there, Layout.KIND, OutputPath.Existing.REFUSED);
        new SparkJobs(spark, PART)
                .prepare(List.of(), "clicks", sample.options(), target, Progress.none())
                .close();
        assertThat(there.resolve(Layout.CHECKSUMS)).hasSameBinaryContentAs(here.resolve(Layout.CHECKSUMS));
        assertThat(names(there.getParent())).containsExactly("there");
    }

    @Test
    void filesThatLieElsewhereAreReadThroughHadoop() throws IOException {
        LogSamples.Sample sample = LogSamples.all().get(0);
        Path source = sample.write(folder.resolve("elsewhere")).get(0);
        Path here = folder.resolve("elsewhere-here");
        Sources.prepare(List.of(source), sample.options(), here, Progress.none())
                .close();
        Path there = Files.createDirectories(folder.resolve("others")).resolve("there");
        OutputPath target = OutputPath.folder(there, Layout.KIND, OutputPath.Existing.REFUSED);
        new SparkJobs(spark, PART)
                .prepare(List.of("file://" + source), "", sample.options(), target, Progress.none())
                .close();
        assertThat(there.resolve(Layout.SUMS)).hasSameBinaryContentAs(here.resolve(Layout.SUMS));
    }

    @Test
    void aFaultOfTheLogIsNamedWithItsLine() throws IOException {
        Path source = Files.createDirectories(folder.resolve("faulty"));
        StringBuilder text = new StringBuilder("user,item,time\n");
        for (int row = 0; row < 3000; row++) {
            text.append("u")
                    .append(row % 50)
                    .append(",i")
                    .append(row % 70)
                    .append(",160000")
                    .append(1000 + row);
            text.append('\n');
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = (byte) 0xFF;
        Files.write(source.resolve("log.csv"), bytes);
        Path outputs = Files.createDirectories(folder.resolve("faults"));
        List<Problem> problems = new ArrayList<>();
        PrepareOptions options = PrepareOptions.defaults().with("encoding", "UTF-8");
        assertThatThrownBy(() -> Sources.prepare(List.of(source), options, outputs.resolve("a"), Progress.none()))
                .isInstanceOfSatisfying(ProblemException.class, e -> problems.add(e.problem()));
        OutputPath target = OutputPath.folder(outputs.resolve("b"), Layout.KIND, OutputPath.Existing.REFUSED);
        assertThatThrownBy(() -> new SparkJobs(spark, PART)
                        .prepare(List.of(source.toString()), "", options, target, Progress.none()))
                .isInstanceOfSatisfying(ProblemException.class, e -> problems.add(e.problem()));
        assertThat(problems.get(1)).isEqualTo(problems.get(0));
        assertThat(names(outputs)).isEmpty();
    }

    private void same(LogSamples.Sample sample) throws IOException {
        List<Path> sources = sample.write(folder.resolve(sample.name()));
        Path here = folder.resolve(sample.name() + "-here");
        Path there = folder.resolve(sample.name() + "-there");
        PrepareOptions options = sample.options();
        Sources.prepare(sources, options, here, Progress.none()).close();
        Path work = Files.createDirectories(folder.resolve("work"));
        try (Cluster cluster = new SparkCluster(spark, work.toUri().toString(), Map.of(), PART)) {
            OutputPath target = OutputPath.folder(there, Layout.KIND, OutputPath.Existing.REFUSED);
            ClusterEngine.prepare(sources, options, target, Progress.none(), cluster)
                    .close();
        }
        assertThat(names(there)).isEqualTo(names(here));
        for (String name : names(here)) {
            assertThat(there.resolve(name)).hasSameBinaryContentAs(here.resolve(name));
        }
        assertThat(names(work)).isEmpty();
    }

    private static List<String> names(Path of) throws IOException {
        try (Stream<Path> inside = Files.list(of)) {
            return inside.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
