package dev.interestlens.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BetterTest {
    @Test
    void theBestIsTheHighestOrTheLowest() {
        assertThat(Better.HIGH.best(new double[] {0.6, 0.8, 0.7})).isEqualTo(1);
        assertThat(Better.LOW.best(new double[] {0.6, Double.NaN, 0.5})).isEqualTo(2);
        assertThat(Better.NEITHER.best(new double[] {0.6, 0.8})).isEqualTo(-1);
    }

    @Test
    void oneValueAndEqualValuesHaveNoBest() {
        assertThat(Better.HIGH.best(new double[] {Double.NaN, 0.8})).isEqualTo(-1);
        assertThat(Better.HIGH.best(new double[] {0.8, 0.8, 0.7})).isEqualTo(-1);
        assertThat(Better.HIGH.best(new double[] {0.7, 0.7, 0.8})).isEqualTo(2);
    }

    @Test
    void whereScoresAreShiftedCalibrationHasNoBest() {
        assertThat(Better.of("logLoss", true)).isEqualTo(Better.NEITHER);
        assertThat(Better.of("ece", true)).isEqualTo(Better.NEITHER);
        assertThat(Better.of("logLoss", false)).isEqualTo(Better.LOW);
        assertThat(Better.of("auc", true)).isEqualTo(Better.HIGH);
    }
}
