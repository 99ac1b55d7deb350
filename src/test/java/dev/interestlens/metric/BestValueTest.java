package dev.interestlens.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BestValueTest {
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
    void whereScoresAreShiftedCalibrationHasNoBest() {
        assertThat(BestValue.of("logLoss", true)).isEqualTo(BestValue.NEITHER);
        assertThat(BestValue.of("ece", true)).isEqualTo(BestValue.NEITHER);
        assertThat(BestValue.of("logLoss", false)).isEqualTo(BestValue.LOW);
        assertThat(BestValue.of("auc", true)).isEqualTo(BestValue.HIGH);
    }
}
