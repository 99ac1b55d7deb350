package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.export.onnx.ForeignGraphs;
import dev.interestlens.export.onnx.ForeignGraphs.Kind;
import dev.interestlens.testing.TinyShop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of models from elsewhere, and what is left of a command that was refused. */
@Tag("thorough") // graphs run in processes of their own
class OpenCommandTest {
    @TempDir
    static Path folder;

    private static Path data;
    private static Path numbers;
    private static int items;

    @BeforeAll
    static void prepare() throws IOException {
        data = TinyShop.prepare(folder);
        StringBuilder csv = new StringBuilder("key,id\n");
        try (PreparedDataset opened = PreparedDataset.open(data)) {
            items = opened.items();
            for (int i = 0; i < items; i++) {
                csv.append(opened.itemKey(i + 2)).append(',').append(i + 1).append('\n');
            }
        }
        numbers = Files.writeString(folder.resolve("items.csv"), csv);
    }

    @Test
    void theCauseOfTheRuntimeComesBeforeAQuestionAboutNumbers() {
        Path graph = ForeignGraphs.write(folder.resolve("refused.onnx"), Kind.REFUSED, items);
        Path run = folder.resolve("refused");
        for (String more : List.of("", " --vocabulary item=" + numbers)) {
            String words = said(3, "open " + graph + " --data " + data + " --run " + run + more);
            assertThat(words).contains("13").doesNotContain("No numbering", "give a file");
            assertThat(run).doesNotExist();
        }
    }

    @Test
    void aBundleIsNotTakenForADamagedGraph() throws IOException {
        Path bundle = Files.writeString(folder.resolve("theirs.ilens"), "PK");
        Path run = folder.resolve("bundle");
        assertThat(said(3, "open " + bundle + " --data " + data + " --run " + run))
                .contains("theirs.ilens is an archive or a bundle", "doctor theirs.ilens", "model.onnx")
                .doesNotContain("torch.onnx.export");
        assertThat(run).doesNotExist();
    }

    @Test
    void namesOfAModelCannotSteerTheTerminal() {
        Path graph =
                ForeignGraphs.write(folder.resolve("named.onnx"), Kind.MASKED, items, "hist\n\u001b[31m\rred\u202e");
        String words = said(
                0,
                "open " + graph + " --data " + data + " --run " + folder.resolve("named") + " --vocabulary item="
                        + numbers);
        assertThat(words).contains("hist\\n\\u001b[31m\\rred\\u202e").doesNotContain("\u001b", "\r", "\u202e");
    }

    @Test
    void whatAModelFromElsewhereCannotDoIsRefusedFirstAndLeavesNothing() throws IOException {
        Path graph = ForeignGraphs.write(folder.resolve("sound.onnx"), Kind.MASKED, items);
        Path run = folder.resolve("elsewhere");
        said(0, "open " + graph + " --data " + data + " --run " + run + " --vocabulary item=" + numbers);
        List<Path> before = files();
        Path out = folder.resolve("bundle.ilens");

        assertThat(said(2, "export --run " + run + " --format bundle --out " + out))
                .doesNotContain("Measuring", "...");
        assertThat(said(2, "fidelity --run " + run + " --retrain --samples 20")).doesNotContain("...");
        assertThat(said(2, "latency --run " + run)).contains("timed by stages").doesNotContain("...");
        assertThat(said(2, "lengths --run " + run)).contains("other lengths").doesNotContain("...");

        assertThat(files()).isEqualTo(before);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }

    private static String said(int expected, String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = new CommandLineProgram(stream, stream, Locale.ENGLISH).run(line.split(" "));
        String said = out.toString(StandardCharsets.UTF_8);
        assertThat(code).as(said).isEqualTo(expected);
        return said;
    }
}
