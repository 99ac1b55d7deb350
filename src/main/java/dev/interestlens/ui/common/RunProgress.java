package dev.interestlens.ui.common;

import dev.interestlens.train.JournalEntry;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.RunSummary;
import java.util.List;

/**
 * What a run's journal says now.
 *
 * @param started the last start, null before the first
 * @param steps step of each record, ascending
 * @param losses mean loss since the record before
 * @param rates learning rate at each record
 * @param seconds of training at each record
 * @param epochs that were finished
 * @param last the newest record of a step, null before the first
 * @param savedStep step of the newest checkpoint, 0 without one
 */
public record RunProgress(
        RunSummary summary,
        JournalEntry.Started started,
        double[] steps,
        double[] losses,
        double[] rates,
        double[] seconds,
        List<JournalEntry.EpochDone> epochs,
        JournalEntry.Step last,
        long savedStep) {

    public RunProgress {
        epochs = List.copyOf(epochs);
    }

    /** The same with other words of a person for the run. */
    public RunProgress with(RunLabels labels) {
        return new RunProgress(summary.with(labels), started, steps, losses, rates, seconds, epochs, last, savedStep);
    }

    /** Share of all steps that are done, 0 … 1; −1 before the first start. */
    public double fraction() {
        return started == null || totalSteps() == 0 ? -1 : Math.min(1, summary.step() / (double) totalSteps());
    }

    public long totalSteps() {
        return started == null ? 0 : (long) started.stepsPerEpoch() * started.epochs();
    }

    /** Seconds to the last epoch at the pace of the whole training so far; NaN where it is not known. */
    public double secondsLeft() {
        if (last == null || started == null || summary.step() <= started.fromStep()) {
            return Double.NaN;
        }
        return last.seconds() / Math.max(1, last.step()) * Math.max(0, totalSteps() - summary.step());
    }
}
