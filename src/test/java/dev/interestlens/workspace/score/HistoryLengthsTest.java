package dev.interestlens.workspace.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.cli.CommandLineProgram;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.data.synth.FarCause;
import dev.interestlens.data.synth.FarSettings;
import dev.interestlens.data.synth.FarShop;
import dev.interestlens.data.synth.FarTargets;
import dev.interestlens.model.config.ReadingConfig;
import dev.interestlens.model.config.ReadingConfig.Kind;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class HistoryLengthsTest {
    @TempDir
    Path folder;

    /** Lists of 21 candidates: every 21st row would be a true item, and no measure of an order could be told. */
    @Test
    void rowsAreThoseOfWholeUsers() {
        int[] users = IntStream.range(0, 2_100).map(row -> row / 21).toArray();

        int[] rows = HistoryLengths.rowsOfUsers(users, 100);

        assertThat(rows).hasSize(4 * 21).startsWith(0, 1, 2).endsWith(75 * 21 + 19, 75 * 21 + 20);
        assertThat(HistoryLengths.rowsOfUsers(users, 9_999)).hasSize(2_100);
        assertThat(HistoryLengths.rowsOfUsers(users, 5)).hasSize(21);
        assertThat(HistoryLengths.rowsOfUsers(new int[0], 5)).isEmpty();
    }

    @Test
    void aLongHistoryIsTrainedOnAndMeasuredByLengthAndByDistance() {
        Path source = folder.resolve("far");
        new FarShop(FarSettings.of(FarCause.SAME, 30, 300, List.of(8, 200), 7)).write(source);
        try (PreparedDataset data =
                Sources.prepare(List.of(source), PrepareOptions.defaults(), folder.resolve("set"), Progress.none())) {
            assertThat(data.users()).isEqualTo(30);
        }
        Path run = folder.resolve("run");
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        int code = new CommandLineProgram(nowhere, nowhere, Locale.ENGLISH)
                .run(
                        "train",
                        "--data",
                        folder.resolve("set").toString(),
                        "--model",
                        "din",
                        "--preset",
                        "quick",
                        "--run",
                        run.toString(),
                        "--set",
                        "training.epochs=1",
                        "--set",
                        "data.protocol.split=logged",
                        "--set",
                        "data.protocol.history.minimum=300",
                        "--set",
                        "data.protocol.history.maxLength=400");
        assertThat(code).isZero();

        try (OpenRun open = OpenRun.best(new RunFolder(run))) {
            assertThat(open.model().reading().kind()).isEqualTo(Kind.DOT);
            ReadingConfig own = open.model().reading();
            HistoryLengths found = HistoryLengths.of(
                    open,
                    new HistoryLengths.Settings(
                            Part.TEST, 40, List.of(30, 400), List.of(own.with(Kind.ALL), own.with(Kind.CATEGORY), own)),
                    Optional.of(FarTargets.read(source.resolve("targets.csv"))),
                    Progress.none());

            assertThat(found.lengths()).hasSize(6);
            assertThat(found.ofRows()).isEqualTo(open.samples().size(Part.TEST)).isGreaterThanOrEqualTo(found.rows());
            assertThat(found.candidates()).isEqualTo(1);
            assertThat(found.lengths().get(0).read()).isEqualTo(30);
            assertThat(found.lengths().get(1).read()).isBetween(300.0, 320.0);
            assertThat(found.lengths().get(5).read()).isEqualTo(50);
            assertThat(found.distances().stream().filter(d -> d.reading().equals("category") && d.distance() == 200))
                    .allSatisfy(d -> assertThat(d.found()).isEqualTo(1.0));
            // what a batch holds is what is read
            assertThat(open.readSamples().batch(Part.TEST, new int[] {0, 1}).length())
                    .isEqualTo(100);
        }
    }
}
