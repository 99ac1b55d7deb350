package dev.interestlens.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.Scorer;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.TrainingControl;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.RunSums;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The models of a run whose weights are averaged and whose scores are calibrated. */
class OpenRunTest {
    @TempDir
    static Path folder;

    private static RunFolder run;

    @BeforeAll
    static void train() {
        ExperimentConfig config = ExperimentConfig.of(ModelCatalog.family("din").preset(Preset.QUICK));
        for (String setting : List.of(
                "model.embeddingSize=4",
                "training.averaged=0.5",
                "training.threads=1",
                "training.epochs=2",
                "training.batchSize=64")) {
            config = ConfigJson.set(config, setting);
        }
        run = new RunFolder(folder.resolve("run"));
        ExecutorService loader = Executors.newSingleThreadExecutor();
        try (PreparedDataset data = PreparedDataset.open(TinyShop.prepare(folder))) {
            Trainer.describe(
                    Disk.real(),
                    run,
                    new RunDescription("run", 1, data.folder(), data.info().fingerprint(), "test", config));
            SampleSet samples = SampleSet.build(data, config.protocol(), config.evaluationSeed());
            new Trainer(run, samples, Disk.real(), loader, TrainingControl.none(), entry -> {}).train();
        } finally {
            loader.shutdown();
        }
    }

    private static float[] logits(OpenRun open, Path checkpoint) {
        RawBatch batch = open.samples().batch(Part.TEST, new int[] {0, 1, 2});
        try (Scorer model = open.modelAt(checkpoint)) {
            return model.logits(batch);
        }
    }

    private static Path stateOfBestStep() {
        RunSums sums = run.sums();
        return OpenRun.checkpoints(run).stream()
                .filter(sums::isOfBestStep)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theStateOfTheBestEpochScoresAsTheBestWeights() {
        try (OpenRun open = OpenRun.best(run)) {
            assertThat(open.calibrated()).isTrue();
            float[] best = open.model().logits(open.samples().batch(Part.TEST, new int[] {0, 1, 2}));
            assertThat(logits(open, stateOfBestStep())).containsExactly(best);
        }
    }

    @Test
    void everyStateIsCalibrated() {
        try (OpenRun open = OpenRun.best(run)) {
            for (Path state : OpenRun.checkpoints(run)) {
                try (OpenRun asTrained = OpenRun.at(run, state)) {
                    float[] raw = asTrained.model().logits(open.samples().batch(Part.TEST, new int[] {0, 1, 2}));
                    assertThat(logits(open, state)).isNotEqualTo(raw);
                }
            }
        }
    }
}
