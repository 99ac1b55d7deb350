package dev.interestlens.explain.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.synth.cause.CausesReader;
import dev.interestlens.explain.fidelity.FidelityReport.Found;
import dev.interestlens.explain.fidelity.FidelityReport.Planted;
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
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often the trigger of a choice, or any of its causes, comes first: by Look, by Effect, and by the part of Effect that goes through attention. What each
 * family reached with the preset quick on a small shop is held. Seeds 1, 2 and 3 gave at least what stands beside each bound; by chance it is .05 and .27.
 */
@Tag("thorough")
class TriggerHeldTest {
    private static final int USERS = 160;
    private static final int ROWS = 150;

    @TempDir
    static Path folder;

    private static ExecutorService loader;
    private static PreparedDataset data;
    private static TrueCauses causes;

    @BeforeAll
    static void open() {
        loader = Executors.newSingleThreadExecutor();
        data = PreparedDataset.open(TinyShop.prepare(folder, USERS));
        causes = new TrueCauses(CausesReader.read(folder.resolve("shop").resolve("causes.csv")), Optional.empty());
    }

    @AfterAll
    static void close() {
        loader.shutdown();
        data.close();
    }

    @ParameterizedTest
    @CsvSource({
        "din,  .2,  .2,  .3,  .55, .5", // .30 .30 .40 .67 .63
        "bst,  .1,  .43, .2,  .5,  .3", // .15 .53 .28 .61 .40
        "dien, .27, .45, .22, .57, .6" // .37 .57 .31 .69 .73
    })
    void causesComeFirst(
            String family,
            double triggerByLook,
            double causeByLook,
            double triggerByEffect,
            double causeByEffect,
            double causeByAttention) {
        try (OpenRun run = OpenRun.best(train(family))) {
            Planted planted =
                    new PlantedMeasure(run.model(), run.samples(), causes).measure(Part.TEST, ROWS, 1, Progress.none());
            assertThat(planted.look().mean(Found.TRIGGER1)).isGreaterThan(triggerByLook);
            assertThat(planted.look().mean(Found.SUPPORT1)).isGreaterThan(causeByLook);
            assertThat(planted.effect().mean(Found.TRIGGER1)).isGreaterThan(triggerByEffect);
            assertThat(planted.effect().mean(Found.SUPPORT1)).isGreaterThan(causeByEffect);
            assertThat(planted.attention().mean(Found.SUPPORT1)).isGreaterThan(causeByAttention);
        }
    }

    private static RunFolder train(String family) {
        ExperimentConfig config = ExperimentConfig.preset(family, Preset.QUICK);
        for (String setting : List.of("training.threads=1", "training.epochs=2", "training.seed=1")) {
            config = ConfigJson.set(config, setting);
        }
        RunFolder run = new RunFolder(folder.resolve(family));
        Trainer.describe(
                Disk.real(),
                run,
                new RunDescription("run", 1, data.folder(), data.info().fingerprint(), "test", config));
        SampleSet samples =
                SampleSet.build(data, config.protocol(), config.training().seed());
        new Trainer(run, samples, Disk.real(), loader, TrainingControl.none(), entry -> {}).train();
        return run;
    }
}
