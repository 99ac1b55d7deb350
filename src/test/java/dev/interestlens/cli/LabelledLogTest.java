package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.Split;
import dev.interestlens.store.Json;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.RunCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs with labels are trained by them, and a part that has no samples ends a training before it begins. */
@Tag("thorough")
class LabelledLogTest {
    @TempDir
    static Path folder;

    private static Path made;
    private static Path labelled;

    @BeforeAll
    static void prepare() throws IOException {
        made = folder.resolve("made");
        said(0, "generate --kind pair --users 12 --out " + folder.resolve("log"));
        said(0, "prepare " + folder.resolve("log") + " --out " + made);
        StringBuilder log = new StringBuilder("user,item,time,label\n");
        for (int row = 0; row < 240; row++) {
            log.append("u" + row / 12 + ",i" + row * 7 % 30 + "," + (1_700_000_000 + row) + "," + (row % 3 == 0 ? 0 : 1)
                    + "\n");
        }
        Files.writeString(folder.resolve("log.csv"), log);
        labelled = folder.resolve("labelled");
        said(0, "prepare " + folder.resolve("log.csv") + " --out " + labelled);
    }

    @Test
    void aLogThatSaysWhatItIsMadeForIsTrainedByIt() {
        Path run = folder.resolve("run");
        String words = said(0, train(made, run, ""));

        assertThat(words).contains("data.protocol.split=logged", "data.protocol.history.minimum=40");
        ProtocolConfig protocol = new RunFolder(run).read().config().protocol();
        assertThat(protocol.split()).isEqualTo(Split.LOGGED);
        assertThat(protocol.history().minimum()).isEqualTo(40);
    }

    @Test
    void whereALogHasLabelsTheyAreTheSamplesUnlessAPersonChooses() {
        Path run = folder.resolve("byLabel");
        assertThat(said(0, train(labelled, run, ""))).contains("data.protocol.split=logged");
        assertThat(new RunFolder(run).read().config().protocol().split()).isEqualTo(Split.LOGGED);

        Path chosen = folder.resolve("chosen");
        assertThat(said(0, train(labelled, chosen, " --set data.protocol.split=lastOut")))
                .doesNotContain("split=logged");
        assertThat(new RunFolder(chosen).read().config().protocol().split()).isEqualTo(Split.LAST_OUT);
    }

    @Test
    void whatTrainingFromASourceLeftOutAndNoticedIsTold() throws IOException {
        String log = Files.readString(folder.resolve("log.csv"));
        Path source = Files.writeString(folder.resolve("short.csv"), log + "u1,i1\nu1,i1," + 1_700_000_013 + ",1\n");

        assertThat(said(0, train(source, folder.resolve("fromSource"), "")))
                .contains("which takes other settings: ", "Left out: 1 row has fewer values", "Note: ");
    }

    @Test
    void aQuestionAboutASourceIsSaidToBeAnsweredByPrepare() throws IOException {
        Path source = Files.writeString(folder.resolve("nohead.csv"), "1,10,1700000001\n".repeat(30));

        assertThat(said(3, train(source, folder.resolve("noRun"), ""))).contains("a setting of interest-lens prepare");
    }

    @Test
    void anExportIsOpenedOnTheSamplesOfItsOwnRun() {
        Path run = folder.resolve("exported");
        Path graph = folder.resolve("exported.onnx");
        Path opened = folder.resolve("opened");
        said(0, train(made, run, ""));
        said(0, "export --run " + run + " --format onnx --out " + graph);
        assertThat(said(0, "open " + graph + " --data " + made + " --run " + opened))
                .contains("says what it is made for");

        assertThat(new RunFolder(opened).read().config().protocol())
                .isEqualTo(new RunFolder(run).read().config().protocol());
    }

    @Test
    void labelsThatAreAllPositiveAreNoSamples() throws IOException {
        Path log = folder.resolve("bought.csv");
        Files.writeString(log, Files.readString(folder.resolve("log.csv")).replaceAll(",0\n", ",1\n"));
        Path bought = folder.resolve("bought");
        assertThat(said(0, "prepare " + log + " --out " + bought)).contains("negatives are drawn");
        Path run = folder.resolve("drawn");
        assertThat(said(0, train(bought, run, ""))).doesNotContain("split=logged");
        assertThat(new RunFolder(run).read().config().protocol().split()).isEqualTo(Split.LAST_OUT);
    }

    @Test
    void usersOfThreeEventsAreToldWhatTrainingNeeds() throws IOException {
        Path log = folder.resolve("short.csv");
        StringBuilder rows = new StringBuilder("user,item,time\n");
        for (int row = 0; row < 120; row++) {
            rows.append("u" + row / 3 + ",i" + row * 7 % 30 + "," + (1_700_000_000 + row) + "\n");
        }
        Files.writeString(log, rows);
        Path few = folder.resolve("few");
        said(0, "prepare " + log + " --out " + few);
        assertThat(said(3, train(few, folder.resolve("none"), ""))).contains("more than 3 events", "split=time");
        said(0, train(few, folder.resolve("some"), " --set data.protocol.split=time"));
    }

    @Test
    void aPartWithoutSamplesIsRefusedBeforeTraining() {
        Path run = folder.resolve("never");
        String words = said(3, train(labelled, run, " --set data.protocol.history.minimum=500"));

        assertThat(words).contains("no samples", "500 behaviours", "data.protocol.history.minimum");
        assertThat(run).doesNotExist();
    }

    @Test
    void theCommandOfARunOnALabelledLogNamesItsProtocol() {
        for (String more : List.of("", " --set data.protocol.split=lastOut")) {
            Path run = folder.resolve("again" + more.length());
            said(0, train(labelled, run, more));
            ExperimentConfig config = new RunFolder(run).read().config();
            Path again = folder.resolve("twice" + more.length());
            List<String> words = RunCommand.words(labelled, config, again);
            assertThat(words)
                    .contains("data.protocol.split="
                            + (config.protocol().split() == Split.LOGGED ? "logged" : "lastOut"));
            said(0, String.join(" ", words));
            assertThat(new RunFolder(again).read().config()).isEqualTo(config);
        }
    }

    @Test
    void anAucAboveTheBestPossibleOneIsWarnedOf() throws IOException {
        Path run = folder.resolve("measured");
        said(0, train(made, run, ""));
        assertThat(said(0, "evaluate --run " + run)).doesNotContain("Warning");

        Path log = folder.resolve("lower");
        said(0, "generate --kind pair --users 200 --out " + log);
        Path params = log.resolve("params.json");
        ObjectNode tree = (ObjectNode) Json.tree(params);
        Files.writeString(params, tree.put("ceiling", 0.01).toString());
        said(0, "prepare " + log + " --out " + folder.resolve("low"));
        Path above = folder.resolve("above");
        said(0, train(folder.resolve("low"), above, ""));
        assertThat(said(0, "evaluate --run " + above))
                .contains("is above 0.0100, the best that is possible on this log");
    }

    private static String train(Path data, Path run, String more) {
        return "train --data " + data + " --model din --preset quick --threads 1 --set model.embeddingSize=4"
                + " --set model.head.hidden=8 --set training.epochs=1 --run " + run + more;
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
