package dev.interestlens.cli;

import dev.interestlens.cli.console.Console;
import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.data.source.Progress;
import dev.interestlens.measurement.fidelity.ControlRuns;
import dev.interestlens.store.Problem;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunFolder;
import java.util.List;

/** Trains the control runs that are missing, one after the other, and reports progress. */
final class Retraining {
    private final Console console;
    private final Interrupt interrupt;
    private final Progress progress;
    private int stepsPerEpoch = 1;
    private int epochs = 1;

    Retraining(Console console, Interrupt interrupt, Progress progress) {
        this.console = console;
        this.interrupt = interrupt;
        this.progress = progress;
    }

    /**
     * @param seeds in all, the run's own among them
     * @param share of the whole work that this is
     */
    void run(ControlRuns controls, int seeds, double share) {
        List<RunFolder> missing = controls.describeMissing(seeds);
        for (int i = 0; i < missing.size(); i++) {
            double from = share * i / missing.size();
            double part = share / missing.size();
            console.say("fidelity.retrain", missing.get(i).read().name());
            progress.at("retrain", from);
            new Training(console, entry -> told(entry, from, part)).run(missing.get(i), interrupt);
            if (interrupt.wished()) {
                throw Problem.cancelled(Retraining.class, "cancelled").exception();
            }
        }
    }

    private void told(JournalEntry entry, double from, double part) {
        if (entry instanceof JournalEntry.Started started) {
            stepsPerEpoch = started.stepsPerEpoch();
            epochs = started.epochs();
        } else if (entry instanceof JournalEntry.Step step) {
            progress.at("retrain", from + part * Math.min(1, (double) step.step() / stepsPerEpoch / epochs));
        }
    }
}
