package dev.interestlens.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FaultyDisk;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.StopReason;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that refuses its n-th operation, once or from then on: the run ends in words and can be resumed to the same bits. */
@Tag("thorough")
class TrainerFaultTest {
    @TempDir
    static Path folder;

    private static ExperimentConfig config() {
        ExperimentConfig config =
                ExperimentConfig.of(ModelCatalog.family("pool").preset(Preset.QUICK));
        for (String setting : List.of(
                "model.embeddingSize=4",
                "model.fieldEmbeddingSize=4",
                "model.head.hidden=8",
                "training.threads=1",
                "training.epochs=2",
                "training.validateEverySteps=3",
                "training.batchSize=512",
                "training.checkpointSeconds=3600",
                "data.protocol.history.maxLength=5")) {
            config = ConfigJson.set(config, setting);
        }
        return config;
    }

    @Test
    void whateverOperationFailsTheRunCanBeResumedToTheSameBits() {
        ExecutorService loader = Executors.newSingleThreadExecutor();
        try (PreparedDataset data = PreparedDataset.open(TinyShop.prepare(folder))) {
            SampleSet samples = SampleSet.build(data, config().protocol(), 7);
            RunFolder undisturbed = describe(data, "undisturbed");
            new Trainer(undisturbed, samples, Disk.real(), loader, TrainingControl.none(), e -> {}).train();
            String expected = RunFingerprint.of(undisturbed);
            int failures = 0;
            boolean failed = true;
            for (int n = 1; failed; n += 1 + n / 12) {
                RunFolder run = describe(data, "fault-" + n);
                Disk disk = n % 2 == 0 ? FaultyDisk.failingOnce(n) : FaultyDisk.failingFrom(n);
                failed = fails(() -> new Trainer(run, samples, disk, loader, TrainingControl.none(), e -> {}).train());
                failures += failed ? 1 : 0;
                if (failed) {
                    new Trainer(run, samples, Disk.real(), loader, TrainingControl.none(), e -> {}).train();
                }
                assertThat(RunFingerprint.of(run)).as("operation %d", n).isEqualTo(expected);
            }
            assertThat(failures).isGreaterThan(10);
        } finally {
            loader.shutdown();
        }
    }

    @Test
    void memoryThatIsRefusedEndsTheRunInWordsAndItResumesToTheSameBits() {
        ExecutorService loader = Executors.newSingleThreadExecutor();
        try (PreparedDataset data = PreparedDataset.open(TinyShop.prepare(folder.resolve("memory")))) {
            SampleSet samples = SampleSet.build(data, config().protocol(), 7);
            RunFolder undisturbed = describe(data, "plenty");
            new Trainer(undisturbed, samples, Disk.real(), loader, TrainingControl.none(), e -> {}).train();
            RunFolder run = describe(data, "scarce");
            TrainingControl refused = () -> {
                throw new IllegalStateException("can't allocate memory: you tried to allocate 4294967296 bytes.");
            };

            assertThatThrownBy(() -> new Trainer(run, samples, Disk.real(), loader, refused, e -> {}).train())
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.problem().what(Locale.ENGLISH))
                                    .contains("batch size of 512", "4096 MB failed"));

            assertThat(run.entries().get(run.entries().size() - 1))
                    .isInstanceOfSatisfying(JournalEntry.Ended.class, ended -> assertThat(ended.reason())
                            .isEqualTo(StopReason.MEMORY));
            new Trainer(run, samples, Disk.real(), loader, TrainingControl.none(), e -> {}).train();
            assertThat(RunFingerprint.of(run)).isEqualTo(RunFingerprint.of(undisturbed));
        } finally {
            loader.shutdown();
        }
    }

    /** With a million items even a batch of one would save nothing. */
    @Test
    void adviceIsAboutWhatTakesTheMemory() {
        RunDescription run = new RunDescription("many", 1, folder, "", "test", config());
        RunFolder at = new RunFolder(folder.resolve("many"));
        assertThat(Trainer.outOfMemory(run, at, "4096 MB", 200).problem().key()).isEqualTo("memoryAsked");
        Problem many = Trainer.outOfMemory(run, at, "4096 MB", 970_000).problem();
        assertThat(many.what(Locale.ENGLISH)).contains("970000 items");
        assertThat(many.fix(Locale.ENGLISH)).contains("model.embeddingSize").doesNotContain("batch size of");
    }

    private static RunFolder describe(PreparedDataset data, String name) {
        RunFolder run = new RunFolder(folder.resolve(name));
        Trainer.describe(
                Disk.real(),
                run,
                new RunDescription(name, 1, data.folder(), data.info().fingerprint(), "test", config()));
        return run;
    }

    private static boolean fails(Runnable work) {
        try {
            work.run();
            return false;
        } catch (ProblemException e) {
            assertThat(e.problem().kind()).isEqualTo(Problem.Kind.RESOURCE);
            return true;
        }
    }
}
