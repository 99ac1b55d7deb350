package dev.interestlens.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.metric.Lead;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.StopReason;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.run.RunProgress;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressWordsTest {
    private static final JournalEntry.Compared COMPARED = new JournalEntry.Compared(
            1, 10, 100, .05, List.of(new JournalEntry.Rival("table", .06, -.01, -.02, -.005, Lead.BEHIND)));

    private final ProgressWords words = new ProgressWords(new Messages(Language.ENGLISH));

    private static RunProgress run(String name, RunSummary.Status status, boolean fitted) {
        RunSummary summary = new RunSummary(
                new RunFolder(Path.of(name)),
                null,
                status,
                status == RunSummary.Status.RUNNING ? null : StopReason.COMPLETED,
                RunSummary.Progress.NONE,
                1,
                null,
                "",
                fitted,
                COMPARED,
                RunLabels.NONE);
        double[] none = new double[0];
        RunProgress.Records records = new RunProgress.Records(none, none, none, none, none);
        return new RunProgress(summary, null, null, records, List.of(), List.of(), Double.NaN, null);
    }

    @Test
    void anEndedRunSaysHowItStandsToWhatIsSimpler() {
        assertThat(words.rivals(run("a", RunSummary.Status.ENDED, false)))
                .contains("its own table of what followed what −0.0100", "behind");
        assertThat(words.rivals(run("a", RunSummary.Status.RUNNING, false))).isEmpty();
    }

    @Test
    void logLossesOfTwoKindsAreNotToBeCompared() {
        RunProgress fitted = run("fitted", RunSummary.Status.ENDED, true);
        RunProgress learnt = run("learnt", RunSummary.Status.ENDED, false);
        assertThat(words.kinds(List.of(fitted, learnt)))
                .contains("cannot be compared", "scores of fitted were", "those of learnt");
        assertThat(words.kinds(List.of(fitted, fitted))).isEmpty();
        assertThat(words.kinds(List.of(learnt))).isEmpty();
    }
}
