package dev.interestlens.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.cli.CommandLineProgram;
import dev.interestlens.testing.TinyShop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that Spark makes are those of {@code recommend}, byte for byte. */
class SparkRecommendTest {
    @TempDir
    private static Path folder;

    private static SparkSession spark;
    private static Path run;

    @BeforeAll
    static void begin() {
        spark = Sessions.local(folder);
        run = folder.resolve("run");
        Path data = TinyShop.prepare(folder);
        assertThat(code("train --data " + data + " --model din --preset quick --threads 1 --run " + run
                        + " --set training.epochs=1 --set model.head.hidden=8"))
                .isZero();
    }

    @AfterAll
    static void end() {
        spark.stop();
    }

    private static int code(String line) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        CommandLineProgram program = new CommandLineProgram(out, out, Locale.ENGLISH);
        String[] words = line.split(" ");
        return (line.startsWith("spark ") ? program.on(new SparkJobs(spark, 1 << 20)) : program)
                .run(
                        line.startsWith("spark ")
                                ? line.substring("spark ".length()).split(" ")
                                : words);
    }

    private static void same(String arguments, String ending) throws IOException {
        Path outputs = Files.createDirectories(folder.resolve("lists"));
        Path here = folder.resolve("here." + ending);
        Path there = outputs.resolve("there." + ending);
        assertThat(code("recommend --overwrite --run " + run + " " + arguments + " --out " + here))
                .isZero();
        assertThat(code("spark recommend --overwrite --run " + run + " " + arguments + " --out " + there))
                .isZero();
        assertThat(there).hasSameBinaryContentAs(here);
        Files.delete(there);
        try (Stream<Path> left = Files.list(outputs)) {
            assertThat(left).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "parquet", "json", "html"})
    void everyUserGetsTheListOfThisMachine(String ending) throws IOException {
        same("--all --top 3 --why", ending);
    }

    @Test
    void someUsersBeforeTheirTestEventUnderAFilter() throws IOException {
        Path users = folder.resolve("users.csv");
        Files.writeString(users, "user\nu0003\nnobody\nu0001\n");

        same("--users " + users + " --at test --popularity head --diversity 0.3", "csv");
    }

    @Test
    void neitherAllNorAFileIsRefused() {
        assertThat(code("spark recommend --run " + run + " --out " + folder.resolve("none.csv")))
                .isEqualTo(2);
    }
}
