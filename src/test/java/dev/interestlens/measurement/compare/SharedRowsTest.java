package dev.interestlens.measurement.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.Progress;
import dev.interestlens.measurement.quality.Evaluation;
import dev.interestlens.measurement.quality.RankingEvaluation;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.publish.RunReports;
import dev.interestlens.store.Disk;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.TrainingControl;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.Timing;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedRowsTest {
    private static RunDescription description(String fingerprint, String... settings) {
        ExperimentConfig config =
                ExperimentConfig.of(ModelCatalog.family("pool").preset(Preset.QUICK));
        for (String setting : settings) {
            config = ConfigJson.set(config, setting);
        }
        return new RunDescription("run", 1, Path.of("/data"), fingerprint, "test", config);
    }

    private static RunSummary summary(String name, RunDescription description) {
        return RunSummary.of(new RunFolder(Path.of("/runs/" + name)), description, List.of(), false);
    }

    @Test
    void figuresAreThoseOfTheEvaluationWithTheSameBaselines(@TempDir Path folder) {
        RunFolder run = new RunFolder(folder.resolve("run"));
        ExecutorService loader = Executors.newSingleThreadExecutor();
        try (PreparedDataset data = PreparedDataset.open(TinyShop.prepare(folder))) {
            ExperimentConfig config =
                    description("", "training.threads=1", "training.epochs=1").config();
            Trainer.describe(
                    Disk.real(),
                    run,
                    new RunDescription("run", 1, data.folder(), data.info().fingerprint(), "test", config));
            SampleSet samples =
                    SampleSet.build(data, config.protocol(), config.training().seed());
            new Trainer(run, samples, Disk.real(), loader, TrainingControl.none(), entry -> {}).train();
        } finally {
            loader.shutdown();
        }
        Evaluation evaluation;
        CatalogueRanking ranking;
        try (OpenRun open = OpenRun.best(run)) {
            evaluation = Evaluation.of(open, open.samples(), Part.TEST);
            ranking = RankingEvaluation.of(open, Part.TEST, 0, share -> {});
        }
        try (SharedRows rows = SharedRows.of(run);
                SharedRows.Scoring scoring = rows.open(run)) {
            while (scoring.more(50)) {
                assertThat(scoring.fraction()).isPositive();
            }
            assertThat(RunScores.of(scoring.finish()).latency().oneMillis().median())
                    .isNaN(); // nobody asked
            while (scoring.time()) {
                assertThat(scoring.fraction()).isEqualTo(1);
            }
            RunScores scores = RunScores.of(scoring.finish());
            assertThat(scores.references()).isEqualTo(evaluation.references());
            assertThat(scores.references().lists().max()).isEqualTo(21);
            assertThat(scores.figures().value(RankMetric.HIT_RATE10))
                    .isCloseTo(evaluation.figures().get(RankMetric.HIT_RATE10.id()), within(1e-12));
            assertThat(scores.figures().value(RankMetric.NDCG10))
                    .isCloseTo(evaluation.figures().get(RankMetric.NDCG10.id()), within(1e-12));
            try (RankingEvaluation work = scoring.ranking()) {
                boolean[] interrupted = {false};
                double before = 0;
                while (work.more(() -> interrupted[0])) {
                    assertThat(work.fraction() > before).isNotEqualTo(interrupted[0]);
                    before = work.fraction();
                    interrupted[0] = !interrupted[0];
                }
                assertThat(work.fraction()).isEqualTo(1);
                CatalogueRanking compared = scores.with(work.result()).ranking();
                assertThat(compared.model().values()).isEqualTo(ranking.model().values());
                assertThat(compared.model().intervals())
                        .isEqualTo(ranking.model().intervals());
                assertThat(compared.random()).isEqualTo(ranking.random());
            }
            String ndcg = String.format(Locale.ROOT, "%.4f", ranking.model().value(RankingMetric.NDCG10));
            assertThat(RunReports.of(List.of(run), null, null, Progress.none()).markdown(Locale.ENGLISH))
                    .contains("| NDCG@10, all " + ranking.items() + " items | " + ndcg + " \\[");
            assertThat(scores.latency().oneMillis().median()).isPositive();
            assertThat(scores.latency().requestMillis().min()).isPositive();
            assertThat(scores.latency().rowsPerSecond().min()).isPositive();
        }
    }

    @Test
    void noUsersListIsCut() {
        int[] users = {1, 1, 1, 2, 2, 2, 3, 3};
        assertThat(SharedRows.wholeUsers(users, 8)).isEqualTo(8);
        assertThat(SharedRows.wholeUsers(users, 7)).isEqualTo(6);
        assertThat(SharedRows.wholeUsers(users, 6)).isEqualTo(6);
        assertThat(SharedRows.wholeUsers(users, 2)).isEqualTo(2);
    }

    @Test
    void runsOfOtherDataOrAnotherProtocolStandApart() {
        RunSummary one = summary("one", description("print"));
        RunSummary seed = summary("seed", description("print", "training.seed=8"));
        RunSummary data = summary("data", description("other"));
        RunSummary negatives = summary("negatives", description("print", "data.protocol.negatives.kind=popularity"));
        assertThat(SharedRows.groups(List.of(one, data, seed, negatives)))
                .containsExactly(List.of(one, seed), List.of(data), List.of(negatives));
    }

    @Test
    void aSplitThatIsDrawnBySeedTestsOtherRowsWithAnother() {
        RunSummary one = summary("one", description("print", "data.protocol.split=din"));
        RunSummary seed = summary("seed", description("print", "data.protocol.split=din", "data.protocol.seed=8"));
        RunSummary training = summary("training", description("print", "data.protocol.split=din", "training.seed=8"));
        assertThat(SharedRows.groups(List.of(one, seed, training)))
                .containsExactly(List.of(one, training), List.of(seed));
    }

    @Test
    void nobodyIsFastestWhereRangesOverlap() {
        Timing fast = Timing.of(1, 1.1, 1.2);
        Timing slow = Timing.of(3, 3.5, 4);
        Timing noisy = Timing.of(2, 2.5, 3.2);
        assertThat(Timing.ahead(List.of(slow, fast), -1)).isEqualTo(1);
        assertThat(Timing.ahead(List.of(slow, fast), 1)).isZero();
        assertThat(Timing.ahead(List.of(slow, noisy), -1)).isEqualTo(-1);
        assertThat(Timing.ahead(List.of(slow, noisy, fast), -1)).isEqualTo(2);
        assertThat(Timing.ahead(List.of(fast, Timing.of()), -1)).isEqualTo(-1);
        assertThat(Timing.ahead(List.of(), -1)).isEqualTo(-1);
    }

    @Test
    void aTimingIsTheMedianOfItsRepeatsWithTheirRange() {
        Timing timing = Timing.of(3, 1, 2, 90, 2.5);
        assertThat(timing).isEqualTo(new Timing(2.5, 1, 90));
        assertThat(timing.overlaps(Timing.of(80, 200))).isTrue();
        assertThat(timing.overlaps(Timing.of(91, 200))).isFalse();
        assertThat(Timing.of(0.5, 0.9).overlaps(timing)).isFalse();
        assertThat(Timing.of().median()).isNaN();
    }
}
