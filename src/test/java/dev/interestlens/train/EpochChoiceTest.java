package dev.interestlens.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.testing.ValidFigures;
import dev.interestlens.train.run.JournalEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which epoch's terms and scale belong to the state after a step. */
class EpochChoiceTest {
    private static final JournalEntry.Weighed WEIGHED = new JournalEntry.Weighed(1, 10, 1, 0.5, null, null, null, null);
    private static final JournalEntry.Trended TRENDED = new JournalEntry.Trended(2, 20, 3, 4, 0.1, 0.2);
    private static final JournalEntry.Calibrated FIRST = new JournalEntry.Calibrated(1, 10, 2, -1);
    private static final JournalEntry.Calibrated REPEATED = new JournalEntry.Calibrated(1, 10, 3, -2);
    private static final JournalEntry.Calibrated SECOND = new JournalEntry.Calibrated(2, 20, 4, -3);
    private static final List<JournalEntry> RUN =
            List.of(WEIGHED, FIRST, done(1, 10), REPEATED, TRENDED, SECOND, done(2, 20));

    private static JournalEntry done(int epoch, long step) {
        return new JournalEntry.EpochDone(epoch, step, 0.5, ValidFigures.of(.9, .9, .4), true, 1);
    }

    @Test
    void theChoiceIsThatOfTheLastEpochThatWasFinished() {
        assertThat(EpochChoice.at(RUN, 19).calibrated()).contains(REPEATED);
        assertThat(EpochChoice.at(RUN, 20).calibrated()).contains(SECOND);
        assertThat(EpochChoice.at(RUN, 99).calibrated()).contains(SECOND);
    }

    @Test
    void withinTheFirstEpochItIsThatOfItsEnd() {
        assertThat(EpochChoice.at(RUN, 9).calibrated()).contains(REPEATED);
        assertThat(EpochChoice.at(List.of(FIRST), 9).calibrated()).isEmpty();
    }

    @Test
    void whatWasChosenForAnotherEpochIsNone() {
        assertThat(EpochChoice.of(RUN, 1).weighed()).contains(WEIGHED);
        assertThat(EpochChoice.of(RUN, 1).trended()).isEmpty();
        assertThat(EpochChoice.of(RUN, 2).weighed()).isEmpty();
        assertThat(EpochChoice.of(RUN, 2).trended()).contains(TRENDED);
    }
}
