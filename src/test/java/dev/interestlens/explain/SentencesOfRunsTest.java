package dev.interestlens.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.synth.ShopKind;
import dev.interestlens.explain.effect.Agreement.Badge;
import dev.interestlens.explain.effect.Earned;
import dev.interestlens.measurement.quality.RunExplainer;
import dev.interestlens.model.ModelCatalog;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is said of runs trained in a moment. {@code -Dinterestlens.sentences} makes it longer; {@link SentenceTally} and {@link BadgeTally} do the same
 * of other runs.
 */
@Tag("thorough")
class SentencesOfRunsTest {
    private static final int ROWS = Integer.getInteger("interestlens.sentences", 40);

    @TempDir
    static Path folder;

    private static ExecutorService loader;

    static Stream<Arguments> runs() {
        return Stream.concat(
                Stream.of(ShopKind.values()).map(kind -> Arguments.of("din", kind)),
                Stream.of("pool", "dien", "bst").map(family -> Arguments.of(family, ShopKind.MIXED)));
    }

    @BeforeAll
    static void open() {
        loader = Executors.newSingleThreadExecutor();
    }

    @AfterAll
    static void close() {
        loader.shutdown();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void theSentenceAndTheBadgeSayWhatWasMeasured(String family, ShopKind kind) {
        try (OpenRun run = OpenRun.best(train(family, kind))) {
            SentenceTally tally = SentenceTally.of(run, ROWS);
            assertThat(tally.sentences()).isPositive();
            assertThat(tally.contradicted()).as(tally.toString()).isZero();
            assertThat(tally.itemInstead()).as(tally.toString()).isZero();
            assertThat(tally.historyInstead()).as(tally.toString()).isZero();
            assertThat(tally.groupPassedOver()).as(tally.toString()).isZero();
            assertThat(tally.fieldInstead()).as(tally.toString()).isZero();
            assertThat(tally.unnamed() + tally.nowhere())
                    .as(tally.toString())
                    .isLessThanOrEqualTo(Math.max(1, tally.didIt() / 50));
            assertThat(tally.wrong()).as(tally.toString()).isLessThanOrEqualTo(tally.sentences() / 50);
            assertThat(earned(run).isKnown()).isEqualTo(!family.equals("pool"));
            BadgeTally badges = BadgeTally.of(run, ROWS);
            assertThat(badges.same().keySet()).as(badges.toString()).isSubsetOf(Badge.AGREES);
            assertThat(badges.different()).as(badges.toString()).doesNotContainKey(Badge.AGREES);
        }
    }

    /** What the badge is worth on the log, as every explanation of the run says it. */
    private static Earned earned(OpenRun run) {
        try (RunExplainer explainer = new RunExplainer(run)) {
            return explainer
                    .explain(Part.TEST, 0, false, () -> false)
                    .orElseThrow()
                    .agreement()
                    .earned();
        }
    }

    private static RunFolder train(String family, ShopKind kind) {
        Path own = folder.resolve(family + "-" + kind.id());
        ExperimentConfig config =
                ExperimentConfig.of(ModelCatalog.family(family).preset(Preset.QUICK));
        for (String setting : List.of(
                "model.embeddingSize=4",
                "training.threads=1",
                "training.epochs=2",
                "training.batchSize=64",
                "training.learningRate=0.01")) {
            config = ConfigJson.set(config, setting);
        }
        RunFolder run = new RunFolder(own.resolve("run"));
        try (PreparedDataset data = PreparedDataset.open(TinyShop.prepare(own, kind))) {
            Trainer.describe(
                    Disk.real(),
                    run,
                    new RunDescription("run", 1, data.folder(), data.info().fingerprint(), "test", config));
            SampleSet samples =
                    SampleSet.build(data, config.protocol(), config.training().seed());
            new Trainer(run, samples, Disk.real(), loader, TrainingControl.none(), entry -> {}).train();
        }
        return run;
    }
}
