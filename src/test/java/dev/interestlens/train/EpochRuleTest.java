package dev.interestlens.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.testing.ValidFigures;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.config.TrainingConfig.StopMetric;
import dev.interestlens.train.run.BestEpoch;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EpochRuleTest {
    private static final Double NONE = null;

    @Test
    void ofEpochsWithNearlyTheBestAucTheOneThatRanksBestIsTaken() {
        BestEpoch best = judged(StopMetric.AUC_THEN_NDCG10, .940, .060, .9394, .068, .9403, .067);
        assertThat(best).isEqualTo(new BestEpoch(2, .9394, .068, .9403));
    }

    @Test
    void anEpochThatRanksBetterButLosesMoreAucIsNotTaken() {
        assertThat(judged(StopMetric.AUC_THEN_NDCG10, .940, .060, .9388, .080).epoch())
                .isEqualTo(1);
    }

    @Test
    void smallLossesOfAucDoNotAddUp() {
        BestEpoch best = judged(StopMetric.AUC_THEN_NDCG10, .940, .060, .9393, .061, .9386, .062);
        assertThat(best.epoch()).isEqualTo(2);
    }

    @Test
    void anEpochWithFarBetterAucReplacesOneThatRanksBetter() {
        assertThat(judged(StopMetric.AUC_THEN_NDCG10, .940, .060, .942, .050).epoch())
                .isEqualTo(2);
    }

    @Test
    void withoutAnyRankingAucDecidesAlone() {
        assertThat(judged(StopMetric.AUC_THEN_NDCG10, .940, NONE, .9402, NONE, .9401, NONE)
                        .epoch())
                .isEqualTo(2);
    }

    @Test
    void withoutAnyAucTheNewestEpochIsTaken() {
        assertThat(judged(StopMetric.AUC_THEN_NDCG10, NONE, .060, NONE, .050).epoch())
                .isEqualTo(2);
    }

    @Test
    void aMetricAloneDecidesByItsValue() {
        assertThat(judged(StopMetric.AUC, .940, .060, .9394, .068).epoch()).isEqualTo(1);
        assertThat(judged(StopMetric.NDCG10, .940, .060, .9394, .068).epoch()).isEqualTo(2);
    }

    @Test
    void ofEpochsTheOneWithTheLowestLogLossIsTaken() {
        BestEpoch best = BestEpoch.NONE;
        double[] losses = {.40, .35, .38, .36};
        for (int i = 0; i < losses.length; i++) {
            best = new EpochRule(StopMetric.LOG_LOSS)
                    .judge(i + 1, ValidFigures.of(.9 - i * .1, .9 + i * .1, losses[i]), best);
        }
        assertThat(best.epoch()).isEqualTo(2);
        assertThat(best.value()).isEqualTo(.35);
    }

    @Test
    void eachRuleComparesTheValueOfItsFirstMetric() {
        JournalEntry.Valid valid = ValidFigures.of(.9, .8, .5, ValidFigures.ranked(10, 100, .07, .1, null), null);
        assertThat(new EpochRule(StopMetric.AUC).value(valid)).isEqualTo(.9);
        assertThat(new EpochRule(StopMetric.AUC_THEN_NDCG10).value(valid)).isEqualTo(.9);
        assertThat(new EpochRule(StopMetric.GAUC).value(valid)).isEqualTo(.8);
        assertThat(new EpochRule(StopMetric.LOG_LOSS).value(valid)).isEqualTo(.5);
        assertThat(new EpochRule(StopMetric.NDCG10).value(valid)).isEqualTo(.07);
    }

    @Test
    void ofEqualEpochsTheFirstIsKept() {
        assertThat(judged(StopMetric.AUC, .94, NONE, .94, NONE).epoch()).isEqualTo(1);
        assertThat(judged(StopMetric.AUC_THEN_NDCG10, .94, .06, .94, .06).epoch())
                .isEqualTo(1);
        EpochRule loss = new EpochRule(StopMetric.LOG_LOSS);
        JournalEntry.Valid same = ValidFigures.of(.9, .9, .4);
        assertThat(loss.judge(2, same, loss.judge(1, same, BestEpoch.NONE)).epoch())
                .isEqualTo(1);
    }

    @Test
    void aLossOfAThousandthIsStillATie() {
        double thousandthLess = .940 - .001;
        assertThat(judged(StopMetric.AUC_THEN_NDCG10, .940, .060, thousandthLess, .061)
                        .epoch())
                .isEqualTo(2);
        assertThat(judged(StopMetric.AUC_THEN_NDCG10, thousandthLess, .061, .940, .060)
                        .epoch())
                .isEqualTo(1);
    }

    @Test
    void anEpochWithoutAValueIsBehindOneThatHasOne() {
        assertThat(judged(StopMetric.AUC, .94, NONE, NONE, NONE).epoch()).isEqualTo(1);
        assertThat(judged(StopMetric.AUC, NONE, NONE, .94, NONE).epoch()).isEqualTo(2);
    }

    @Test
    void theRuleOfARunIsThatOfItsConfiguration() {
        ExperimentConfig config = ConfigJson.set(
                ExperimentConfig.of(ModelCatalog.family("pool").preset(Preset.QUICK)), "training.metric=logLoss");
        RunDescription run = new RunDescription("run", 1, Path.of("data"), "sum", "test", config);
        assertThat(EpochRule.of(run)).isEqualTo(new EpochRule(StopMetric.LOG_LOSS));
    }

    /** The best of epochs with these AUC and NDCG@10, in turn. */
    private static BestEpoch judged(StopMetric metric, Double... figures) {
        BestEpoch best = BestEpoch.NONE;
        for (int i = 0; i < figures.length; i += 2) {
            Double ndcg = figures[i + 1];
            var ranked = ndcg == null ? null : ValidFigures.ranked(10, 100, ndcg, .1, null);
            best = new EpochRule(metric).judge(i / 2 + 1, ValidFigures.of(figures[i], null, .5, ranked, null), best);
        }
        return best;
    }
}
