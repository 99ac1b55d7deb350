package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command of a measurement reads and writes is looked at before any work. */
class MeasurementOptionsTest {
    private static final String HEADER = "sample,behaviour,value\n";

    @TempDir
    Path folder;

    private Path mine;

    @BeforeEach
    void write() throws IOException {
        mine = Files.writeString(folder.resolve("mine.json"), HEADER);
    }

    /** Why it is refused. */
    private String refused(String measurement, String... more) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);
        String subject = measurement.equals("trust") ? "--data" : "--run";
        String[] line = Stream.concat(
                        Stream.of(measurement, subject, folder.resolve("none").toString()), Stream.of(more))
                .toArray(String[]::new);
        assertThat(new CommandLineProgram(print, print, Locale.ENGLISH).run(line))
                .isNotZero();
        assertThat(mine).hasContent(HEADER);
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aFileThatASettingNamesIsNotOverwritten() {
        for (List<String> reads : List.of(
                List.of("lengths", "--targets", mine.toString()), List.of("trust", "--explanations", "mine=" + mine))) {
            assertThat(refused(reads.get(0), reads.get(1), reads.get(2), "--out", mine.toString(), "--overwrite"))
                    .contains("is read by this command", mine.toString());
        }
    }

    @Test
    void whatIsWrittenBesidesHasItsEndingAndAPlaceOfItsOwn() {
        Path rows = folder.resolve("rows.jsonl");
        assertThat(refused("trust", "--rows", folder.resolve("rows.csv").toString()))
                .contains(".jsonl");
        assertThat(refused("trust", "--rows", rows.toString(), "--model-out", rows.toString()))
                .contains(rows.toString())
                .doesNotContain("--set");
        assertThat(refused("trust", "--model-out", folder.toString(), "--overwrite"))
                .contains(folder.toString())
                .doesNotContain("--set");
        assertThat(rows).doesNotExist();
    }

    @Test
    void aNameIsGivenOnceAndALineThatIsNoneIsNamed() throws IOException {
        assertThat(refused("trust", "--explanations", "a=" + mine, "--explanations", "a=" + mine))
                .contains("--explanations");
        Path wrong = Files.writeString(folder.resolve("wrong.csv"), HEADER + "same-7-1,0,=1+1\n");
        assertThat(refused("trust", "--explanations", "mine=" + wrong)).contains("Line 2 of", "wrong.csv");
    }
}
