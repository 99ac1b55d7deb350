package dev.interestlens.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BestValueTest {
    private static final ScoreKinds ALIKE = new ScoreKinds(List.of(), List.of("a", "b"));

    @Test
    void theBestIsTheHighestOrTheLowest() {
        assertThat(BestValue.HIGH.best(new double[] {0.6, 0.8, 0.7})).isEqualTo(1);
        assertThat(BestValue.LOW.best(new double[] {0.6, Double.NaN, 0.5})).isEqualTo(2);
        assertThat(BestValue.NEITHER.best(new double[] {0.6, 0.8})).isEqualTo(-1);
    }

    @Test
    void oneValueAndEqualValuesHaveNoBest() {
        assertThat(BestValue.HIGH.best(new double[] {Double.NaN, 0.8})).isEqualTo(-1);
        assertThat(BestValue.HIGH.best(new double[] {0.8, 0.8, 0.7})).isEqualTo(-1);
        assertThat(BestValue.HIGH.best(new double[] {0.7, 0.7, 0.8})).isEqualTo(2);
    }

    @Test
    void whereOnlySomeWereFittedCalibrationHasNoBest() {
        ScoreKinds both = new ScoreKinds(List.of("a"), List.of("b"));
        assertThat(BestValue.of(ProbabilityMetric.LOG_LOSS, false, both)).isEqualTo(BestValue.NEITHER);
        assertThat(BestValue.of(ProbabilityMetric.ECE, false, both)).isEqualTo(BestValue.NEITHER);
        assertThat(BestValue.of(RankMetric.AUC, false, both)).isEqualTo(BestValue.HIGH);
        assertThat(BestValue.of(ProbabilityMetric.LOG_LOSS, false, new ScoreKinds(List.of("a", "b"), List.of())))
                .isEqualTo(BestValue.LOW);
    }

    @Test
    void whereScoresAreShiftedCalibrationHasNoBest() {
        assertThat(BestValue.of(ProbabilityMetric.LOG_LOSS, true, ALIKE)).isEqualTo(BestValue.NEITHER);
        assertThat(BestValue.of(ProbabilityMetric.ECE, true, ALIKE)).isEqualTo(BestValue.NEITHER);
        assertThat(BestValue.of(ProbabilityMetric.LOG_LOSS, false, ALIKE)).isEqualTo(BestValue.LOW);
        assertThat(BestValue.of(RankMetric.AUC, true, ALIKE)).isEqualTo(BestValue.HIGH);
    }

    @Test
    void theFirstMayBeTheBest() {
        assertThat(BestValue.HIGH.best(new double[] {0.8, 0.6})).isZero();
        assertThat(BestValue.LOW.best(new double[] {0.5, 0.6})).isZero();
        assertThat(BestValue.HIGH.best(new double[] {-0.2, -0.5})).isZero();
        assertThat(BestValue.LOW.best(new double[] {-0.5, -0.2})).isZero();
    }
}
