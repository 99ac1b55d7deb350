package dev.interestlens.cli;

import dev.interestlens.cli.console.Console;
import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.data.source.Progress;
import dev.interestlens.explain.words.Text;
import dev.interestlens.measurement.Means;
import dev.interestlens.measurement.fidelity.ControlRuns;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunFolder;

/** What a command lends to a measurement. */
record CommandMeans(Console console, Interrupt interrupt, Progress progress) implements Means {
    @Override
    public void train(RunFolder run, Progress part) {
        long[] steps = {1};
        new Training(console, entry -> {
                    if (entry instanceof JournalEntry.Started started) {
                        steps[0] = Math.max(1, (long) started.stepsPerEpoch() * started.epochs());
                    } else if (entry instanceof JournalEntry.Step step) {
                        part.at("train", Math.min(1, (double) step.step() / steps[0]));
                    }
                })
                .run(run, interrupt);
    }

    @Override
    public void retrain(ControlRuns controls, int seeds, double share) {
        new Retraining(console, interrupt, progress).run(controls, seeds, share);
    }

    @Override
    public void say(Text words) {
        console.err().println(words.in(console.locale()));
    }
}
