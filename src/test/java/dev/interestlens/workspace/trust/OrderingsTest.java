package dev.interestlens.workspace.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Impressions;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.TrainingControl;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderingsTest {
    @TempDir
    Path folder;

    @Test
    void everyBehaviourHasASizeWhereOnlyAPartIsRead() throws IOException {
        ExperimentConfig config = ExperimentConfig.preset("din", Preset.QUICK);
        for (String setting : List.of(
                "model.reading.kind=dot",
                "model.reading.recent=2",
                "model.reading.retrieved=3",
                "model.embeddingSize=4",
                "model.neighbours.kind=none",
                "training.epochs=1",
                "training.batchSize=512",
                "training.itemEmbeddingsFrom=",
                "training.threads=1")) {
            config = ConfigJson.set(config, setting);
        }
        RunFolder run = new RunFolder(folder.resolve("run"));
        Files.createDirectories(run.path());
        try (PreparedDataset data = PreparedDataset.open(TinyShop.prepare(folder))) {
            String fingerprint = data.info().fingerprint();
            Trainer.describe(
                    Disk.real(), run, new RunDescription("run", 1, data.folder(), fingerprint, "test", config));
            SampleSet samples = SampleSet.build(data, config.protocol(), config.evaluationSeed());
            new Trainer(run, samples, Disk.real(), Runnable::run, TrainingControl.none(), entry -> {}).train();
        }
        try (OpenRun open = OpenRun.best(run)) {
            Impression impression = new Impressions(open.samples()).alone(Part.TEST, 0);
            assertThat(impression.behaviours()).isGreaterThan(5);
            assertThat(new Orderings(open.model()).of(impression).values())
                    .hasSize(Ordering.values().length - 1)
                    .allMatch(sizes -> sizes.length == impression.behaviours());
        }
    }
}
