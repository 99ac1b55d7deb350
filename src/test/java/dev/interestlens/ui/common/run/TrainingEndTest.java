package dev.interestlens.ui.common.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.job.JobEnd;
import dev.interestlens.testing.WrittenRun;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.StopReason;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingEndTest {
    private static final JournalEntry BEGUN =
            new JournalEntry.Started(WrittenRun.CREATED, 0, 2, 2, 1234, 100, "cpu", 1, "1.0");
    private static final JobEnd WITHOUT_REPORT = new JobEnd(-1, Optional.empty(), true, false);

    @TempDir
    Path root;

    @Test
    void aTrainingInATerminalThatEndedWellIsNoProblem() {
        RunFolder run = WrittenRun.of(
                root.resolve("din"),
                "din",
                List.of(BEGUN, new JournalEntry.Ended(0, StopReason.COMPLETED, 1, 10, 1, 0.8)));
        assertThat(new TrainingEnd(run, WITHOUT_REPORT).problem()).isEmpty();
    }

    @Test
    void aTrainingThatWasKilledIsAProblem() {
        RunFolder run = WrittenRun.of(root.resolve("din"), "din", List.of(BEGUN));
        assertThat(new TrainingEnd(run, WITHOUT_REPORT).problem()).isPresent();
    }
}
