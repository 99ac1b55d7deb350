package dev.interestlens.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Safetensors;
import dev.interestlens.store.SafetensorsFile;
import dev.interestlens.store.Sha256;
import dev.interestlens.store.Tensor;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.TrainingControl;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.AttentionLog.Moment;
import dev.interestlens.workspace.AttentionLog.Seen;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttentionWatchTest {
    @TempDir
    static Path folder;

    private static PreparedDataset data;
    private static ExecutorService loader;

    @BeforeAll
    static void prepare() {
        data = PreparedDataset.open(TinyShop.prepare(folder));
        loader = Executors.newSingleThreadExecutor();
    }

    @AfterAll
    static void close() {
        loader.shutdown();
        data.close();
    }

    private static RunFolder train(String family, String name, boolean watched) {
        ExperimentConfig config =
                ExperimentConfig.of(ModelCatalog.family(family).preset(Preset.QUICK));
        for (String setting :
                List.of("model.embeddingSize=4", "training.threads=1", "training.epochs=2", "training.batchSize=64")) {
            config = ConfigJson.set(config, setting);
        }
        RunFolder folder = new RunFolder(AttentionWatchTest.folder.resolve(name));
        RunDescription run =
                new RunDescription(name, 1, data.folder(), data.info().fingerprint(), "test", config);
        Trainer.describe(Disk.real(), folder, run);
        SampleSet samples =
                SampleSet.build(data, config.protocol(), config.training().seed());
        ModelInput input =
                new ModelInput(data.schema(), config.protocol().history().maxLength());
        AttentionWatch watch = new AttentionWatch(folder, run, samples, input);
        TrainingControl control = () -> TrainingControl.Wish.GO_ON;
        new Trainer(folder, samples, Disk.real(), loader, control, watched ? watch::notice : entry -> {}).train();
        return folder;
    }

    private static Map<String, String> weights(RunFolder run) {
        List<Path> all = OpenRun.checkpoints(run);
        Map<String, String> sums = new LinkedHashMap<>();
        try (SafetensorsFile file = Safetensors.map(all.get(all.size() - 1))) {
            file.tensors()
                    .forEach((name, tensor) ->
                            sums.put(name, Arrays.toString(tensor.shape()) + Sha256.of(bytes(tensor))));
        }
        return sums;
    }

    private static byte[] bytes(Tensor tensor) {
        byte[] bytes = new byte[Math.toIntExact(tensor.bytes())];
        tensor.data().get(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"din", "dien", "bst"})
    @Tag("thorough")
    void watchingLeavesTheTrainingAsItIsToTheBit(String family) {
        RunFolder alone = train(family, family + "-alone", false);
        RunFolder watched = train(family, family + "-watched", true);
        assertThat(weights(watched)).isEqualTo(weights(alone));
        assertThat(AttentionLog.read(alone)).isEmpty();
    }

    @Test
    void whatIsKeptBeginsBeforeTheFirstStepAndIsWhatTheCheckpointsShow() {
        RunFolder run = train("din", "kept", true);
        AttentionLog kept = AttentionLog.read(run).orElseThrow();
        AttentionLog shown = AttentionWatch.ofCheckpoints(run);
        assertThat(kept.moments().get(0).step()).isZero();
        assertThat(kept.moments()).hasSizeGreaterThan(2).endsWith(last(shown));
        assertThat(kept.samples()).isEqualTo(shown.samples()).isNotEmpty();
    }

    private static Moment last(AttentionLog log) {
        return log.moments().get(log.moments().size() - 1);
    }

    private static AttentionLog log(long... steps) {
        AttentionLog log = new AttentionLog(List.of(), List.of());
        for (long step : steps) {
            log = log.with(new Moment(step, List.of(new Seen(List.of(0.5), 0.5)), null));
        }
        return log;
    }

    @Test
    void aRunThatGoesOnFromEarlierSupersedesWhatWasSeenLater() {
        assertThat(log(0, 100, 200, 300, 150).moments())
                .extracting(Moment::step)
                .containsExactly(0L, 100L, 150L);
    }

    @Test
    void theLikeliestIsTheSampleOfTheHighestLastScore() {
        AttentionLog log = new AttentionLog(
                List.of(),
                List.of(
                        new Moment(0, List.of(new Seen(List.of(1.0), 0.9), new Seen(List.of(1.0), 0.5)), null),
                        new Moment(9, List.of(new Seen(List.of(1.0), 0.2), new Seen(List.of(1.0), 0.8)), null)));
        assertThat(log.likeliest()).isEqualTo(1);
        assertThat(new AttentionLog(List.of(), List.of()).likeliest()).isEqualTo(-1);
    }

    @Test
    void aLongTrainingIsShownFromItsBeginningToItsEnd() {
        AttentionLog log = log(LongStream.range(0, 1_000).toArray());
        assertThat(log.moments().size()).isLessThanOrEqualTo(200);
        assertThat(log.spread(5).moments()).hasSize(5);
        assertThat(log.spread(5).moments().get(0).step()).isZero();
        assertThat(last(log.spread(5)).step()).isEqualTo(999);
    }
}
