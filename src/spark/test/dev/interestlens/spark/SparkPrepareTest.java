package dev.interestlens.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.Layout;
import dev.interestlens.data.source.Cluster;
import dev.interestlens.data.source.LogSamples;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.Sources;
import dev.interestlens.store.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
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

    private void same(LogSamples.Sample sample) throws IOException {
        List<Path> sources = sample.write(folder.resolve(sample.name()));
        Path here = folder.resolve(sample.name() + "-here");
        Path there = folder.resolve(sample.name() + "-there");
        PrepareOptions options = sample.options();
        Sources.prepare(sources, options, here, Progress.none()).close();
        Path work = Files.createDirectories(folder.resolve("work"));
        try (Cluster cluster = new SparkCluster(spark, work.toUri().toString(), Map.of(), PART)) {
            Target target = Target.folder(there, Layout.KIND, Target.Existing.REFUSED);
            Sources.prepare(sources, options, target, Progress.none(), cluster).close();
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
