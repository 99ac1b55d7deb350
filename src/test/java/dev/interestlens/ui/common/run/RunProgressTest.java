package dev.interestlens.ui.common.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunProgressTest {
    /** Two epochs of 100 steps, begun at a step: item embeddings took 600 seconds, ten steps take one. */
    private static double secondsLeft(int from, int... steps) {
        List<JournalEntry.Step> records = IntStream.of(steps)
                .mapToObj(step -> new JournalEntry.Step(1, step, 0.5, 0, 0.01, 100, 600 + step / 10.0, null))
                .toList();
        JournalEntry.Step last = records.get(records.size() - 1);
        RunSummary summary = new RunSummary(
                new RunFolder(Path.of("made-up")),
                null,
                RunSummary.Status.RUNNING,
                null,
                new RunSummary.Progress(0, null, last.step(), 0, 0),
                0,
                null,
                "",
                false,
                RunLabels.NONE);
        return new RunProgress(
                        summary,
                        new JournalEntry.Started(0, from, 100, 2, 1000, 1000, "cpu", 1, ""),
                        null,
                        RunProgress.Records.of(records, Collections.nCopies(records.size(), 0.0)),
                        List.of(),
                        List.of(),
                        Double.NaN,
                        last)
                .secondsLeft();
    }

    @Test
    void theTimeLeftIsByThePaceOfStepsOnly() {
        assertThat(secondsLeft(0, 10, 20, 50)).isCloseTo(15, within(1e-9));
        assertThat(secondsLeft(50, 10, 50, 60, 100)).isCloseTo(10, within(1e-9));
    }

    @Test
    void itIsNotKnownBeforeTheSecondRecordSinceTheStart() {
        assertThat(secondsLeft(0, 10)).isNaN();
        assertThat(secondsLeft(50, 10, 50, 60)).isNaN();
    }
}
