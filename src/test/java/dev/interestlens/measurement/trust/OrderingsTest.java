package dev.interestlens.measurement.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.Layout;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.plant.PlantSettings;
import dev.interestlens.data.plant.PlantedCopy;
import dev.interestlens.data.plant.PlantedLaw;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.Progress;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Impressions;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.store.OutputPath;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.TrainingControl;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.StagedProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class OrderingsTest {
    private static final String[] SETTINGS = {
        "model.embeddingSize=4",
        "training.epochs=1",
        "training.batchSize=512",
        "training.itemEmbeddingsFrom=",
        "training.threads=1"
    };

    @TempDir
    Path folder;

    private OpenRun trained(Path dataset, String model, String... settings) throws IOException {
        ExperimentConfig config = ExperimentConfig.preset(model, Preset.QUICK);
        for (String setting :
                Stream.concat(Stream.of(SETTINGS), Stream.of(settings)).toList()) {
            config = ConfigJson.set(config, setting);
        }
        RunFolder run = new RunFolder(folder.resolve("run"));
        Files.createDirectories(run.path());
        try (PreparedDataset data = PreparedDataset.open(dataset)) {
            String fingerprint = data.info().fingerprint();
            Trainer.describe(
                    Disk.real(), run, new RunDescription("run", 1, data.folder(), fingerprint, "test", config));
            SampleSet samples = SampleSet.build(data, config.protocol(), config.evaluationSeed());
            new Trainer(run, samples, Disk.real(), Runnable::run, TrainingControl.none(), entry -> {}).train();
        }
        return OpenRun.best(run);
    }

    @Test
    void everyBehaviourHasASizeWhereOnlyAPartIsRead() throws IOException {
        try (OpenRun open = trained(
                TinyShop.prepare(folder),
                "din",
                "model.neighbours.kind=none",
                "model.reading.kind=dot",
                "model.reading.recent=2",
                "model.reading.retrieved=3")) {
            Impression impression = new Impressions(open.samples()).alone(Part.TEST, 0);
            assertThat(impression.behaviours()).isGreaterThan(5);
            assertThat(new Orderings(open.model()).of(impression).values())
                    .hasSize(Ordering.values().length - 1)
                    .allMatch(sizes -> sizes.length == impression.behaviours());
        }
    }

    @Test
    void aModelWithoutAttentionHasNoLookAmongItsExplanations() throws IOException {
        Path copy = folder.resolve("copy");
        try (PreparedDataset log = PreparedDataset.open(TinyShop.prepare(folder, 200))) {
            OutputPath target = OutputPath.folder(copy, Layout.KIND, OutputPath.Existing.REFUSED);
            PlantedCopy.write(log, new PlantSettings(PlantedLaw.SAME, 0.02, 5), target, Disk.real());
        }
        try (OpenRun open = trained(copy, "pool")) {
            assertThat(new PlantedRows(open).found(new StagedProgress(Progress.none())))
                    .hasSize(2)
                    .allSatisfy(found -> assertThat(found)
                            .containsKeys("effect", "newest", "random")
                            .doesNotContainKey("look"));
        }
    }
}
