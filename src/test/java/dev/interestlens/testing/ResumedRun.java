package dev.interestlens.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.TrainingControl;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A run of DIN that is stopped after an epoch that is better than those before, and goes on until the next one. */
public record ResumedRun(RunFolder folder, Path dataset) {
    /** Trains the first epoch. */
    public static ResumedRun begin(Path folder, Path dataset) {
        ExperimentConfig config = ExperimentConfig.of(ModelCatalog.family("din").preset(Preset.QUICK));
        for (String setting : List.of(
                "training.threads=1",
                "training.epochs=40",
                "training.metric=auc",
                "training.learningRate=0.001",
                "training.itemEmbeddingsFrom=",
                "model.head.hidden=8")) {
            config = ConfigJson.set(config, setting);
        }
        ResumedRun run = new ResumedRun(new RunFolder(folder), dataset);
        try (PreparedDataset data = PreparedDataset.open(dataset)) {
            Trainer.describe(
                    Disk.real(),
                    run.folder(),
                    Trainer.described("resumed", dataset, data.info().fingerprint(), config));
        }
        run.trainToBetter();
        return run;
    }

    /** Goes on until an epoch is better than those before. */
    public void trainToBetter() {
        RunDescription description = folder.read();
        int before = RunSummary.of(folder).bestEpoch();
        int[] done = {0};
        ExecutorService loader = Executors.newSingleThreadExecutor();
        try (PreparedDataset data = PreparedDataset.open(dataset)) {
            SampleSet samples = SampleSet.build(
                    data, description.config().protocol(), description.config().evaluationSeed());
            TrainingControl control = () -> done[0] == 0 ? TrainingControl.Wish.GO_ON : TrainingControl.Wish.STOP;
            new Trainer(folder, samples, Disk.real(), loader, control, entry -> {
                        done[0] += entry instanceof JournalEntry.EpochDone epoch && epoch.best() ? 1 : 0;
                    })
                    .train();
        } finally {
            loader.shutdown();
        }
        assertThat(RunSummary.of(folder).bestEpoch()).isGreaterThan(before);
    }
}
