package dev.interestlens.question;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.data.synth.PlantedLog;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Problem;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.TrainingControl;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Makes logs and data sets and trains runs for an experiment, in a folder of its own, and reports progress of the whole.
 *
 * @param folder an empty one; its creator removes it
 * @param loader one thread that plans batches
 */
public record Lab(Path folder, Executor loader, Progress progress) {
    /**
     * The progress of a part of the whole, for work that reports from 0 to 1. It is cancelled with the whole.
     *
     * @param stage key of what is done there
     * @param from how much of the whole is done before it, 0 … 1
     * @param to how much is done after it
     */
    public Progress part(String stage, double from, double to) {
        return new Progress() {
            @Override
            public void at(String inner, double fraction) {
                progress.at(stage, from + (to - from) * Math.max(0, Math.min(1, fraction)));
            }

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        };
    }

    /** A path in the laboratory's folder. */
    public Path place(String name) {
        return folder.resolve(name);
    }

    /** Writes a log; returns its folder. */
    public Path log(String name, PlantedLog log) {
        requireWanted();
        Path source = place(name + "-log");
        log.write(source);
        return source;
    }

    /** Prepares a log of the laboratory; returns the data set's folder. */
    public Path prepare(String name, Path source, Progress part) {
        Path dataset = place(name + "-data");
        Sources.prepare(List.of(source), PrepareOptions.defaults(), dataset, part)
                .close();
        return dataset;
    }

    /** Trains a run to its end. */
    public RunFolder train(String name, Path dataset, Recipe recipe, Progress part) {
        requireWanted();
        RunFolder run = new RunFolder(place(name));
        ExperimentConfig config = recipe.config();
        try (PreparedDataset data = PreparedDataset.open(dataset)) {
            Trainer.describe(
                    Disk.real(),
                    run,
                    Trainer.described(name, dataset, data.info().fingerprint(), config));
            SampleSet samples = SampleSet.build(data, config.protocol(), config.evaluationSeed());
            samples.requireTrainable();
            TrainingControl control = () -> part.cancelled() ? TrainingControl.Wish.STOP : TrainingControl.Wish.GO_ON;
            new Trainer(run, samples, Disk.real(), loader, control, new Steps(part)).train();
        }
        requireWanted();
        return run;
    }

    /** Throws where the experiment was cancelled. */
    public void requireWanted() {
        if (progress.cancelled()) {
            throw Problem.cancelled(Lab.class, "cancelled").exception();
        }
    }

    /** Reports the progress of a training. */
    private static final class Steps implements Consumer<JournalEntry> {
        private final Progress part;
        private double all = 1;

        Steps(Progress part) {
            this.part = part;
        }

        @Override
        public void accept(JournalEntry entry) {
            if (entry instanceof JournalEntry.Started started) {
                all = Math.max(1.0, (double) started.stepsPerEpoch() * started.epochs());
            } else if (entry instanceof JournalEntry.Step step) {
                part.at("", step.step() / all);
            }
        }
    }
}
