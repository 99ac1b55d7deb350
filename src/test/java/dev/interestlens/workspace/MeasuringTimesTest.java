package dev.interestlens.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.store.Disk;
import dev.interestlens.store.SealedJson;
import dev.interestlens.testing.WrittenRun;
import dev.interestlens.train.run.JournalEntry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuringTimesTest {
    @TempDir
    Path folder;

    private int runs;

    private RunSummary run(String name, double secondsOfTwoSteps) {
        return RunSummary.of(WrittenRun.of(
                folder.resolve(name + runs++),
                "din",
                List.of(
                        new JournalEntry.Started(1, 0, 2, 1, 1234, 100, "cpu", 1, "1.0"),
                        new JournalEntry.Step(1, 2, 0.7, 0, 0.01, 100, secondsOfTwoSteps, null))));
    }

    @Test
    void whatWasNeverMeasuredHereIsUnknown() {
        Effort anatomy = Effort.ofPasses("ANATOMY", List.of(run("a", 4)));
        assertThat(MeasuringTimes.NONE.seconds(anatomy)).isEmpty();
        assertThat(MeasuringTimes.NONE.with(anatomy, 100).seconds(Effort.ofPasses("LENGTHS", List.of(run("a", 4)))))
                .isEmpty();
    }

    @Test
    void anotherRunTakesAsMuchMoreAsItsStepsDo() {
        MeasuringTimes known = MeasuringTimes.NONE.with(Effort.ofPasses("ANATOMY", List.of(run("a", 4))), 100);
        assertThat(known.seconds(Effort.ofPasses("ANATOMY", List.of(run("a", 4), run("b", 8))))
                        .orElseThrow())
                .isCloseTo(300, within(1e-9));
        MeasuringTimes trained = known.with(Effort.ofTrainings("TRUST", run("a", 4)), 240);
        assertThat(trained.seconds(Effort.ofTrainings("TRUST", run("b", 8))).orElseThrow())
                .isCloseTo(480, within(1e-9));
    }

    @Test
    void workThatIsNotKnownTellsNothingAndIsToldNothing() {
        MeasuringTimes known = MeasuringTimes.NONE.with(Effort.fixed("QUESTION 1"), 30);
        assertThat(known.with(Effort.unknown("QUESTION 1"), 1)).isEqualTo(known);
        assertThat(known.seconds(Effort.unknown("QUESTION 1"))).isEmpty();
        RunSummary untrained = run("c", 0);
        assertThat(Effort.ofPasses("GATE", List.of(untrained)).isKnown()).isFalse();
        assertThat(Effort.ofPasses("GATE", List.of()).isKnown()).isFalse();
        assertThat(Effort.ofPasses("GATE", List.of(run("a", 4), untrained)).isKnown())
                .as("one of two is not known")
                .isFalse();
    }

    @Test
    void theyAreKeptForThisMachineAlone() {
        Workspace workspace = new Workspace(folder.resolve("home")).create(Disk.real());
        assertThat(MeasuringTimes.read(workspace)).isEqualTo(MeasuringTimes.NONE);
        MeasuringTimes known = MeasuringTimes.NONE.with(Effort.fixed("QUESTION 1"), 30);
        known.write(Disk.real(), workspace);
        assertThat(MeasuringTimes.read(workspace)).isEqualTo(known);
        SealedJson.write(Disk.real(), workspace.times(), new MeasuringTimes("another", known.took()));
        assertThat(MeasuringTimes.read(workspace)).isEqualTo(MeasuringTimes.NONE);
    }
}
