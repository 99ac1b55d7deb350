package dev.interestlens.explain.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.model.Removal;
import org.junit.jupiter.api.Test;

class CurveMeasureTest {
    private static final Removal ADDITIVE = Fixtures.additive(3, 2, 1, 0, -1, -2);

    @Test
    void curvesRunFromTheWholeHistoryToNone() {
        RemovalCurves curves = curves(Fixtures.looked(6, 5, 4, 3, 2, 1));
        assertThat(curves.look().deletion()).hasSize(7);
        assertThat(curves.look().deletion()[0]).isEqualTo(Scores.sigmoid(3));
        assertThat(curves.look().deletion()[1]).isEqualTo(Scores.sigmoid(0));
        assertThat(curves.look().deletion()[6]).isEqualTo(0.5);
        assertThat(curves.look().insertion()[0]).isEqualTo(0.5);
        assertThat(curves.look().insertion()[2]).isEqualTo(Scores.sigmoid(5));
    }

    @Test
    void areaIsTheTrapezoid() {
        assertThat(CurveMeasure.area(new double[] {1, 0.5, 0.25})).isCloseTo((0.75 + 0.375) / 2, within(1e-12));
    }

    @Test
    void aopcIsTheMeanOverFiveShares() {
        // n = 6: k = 1, 1, 1, 2, 3
        RemovalCurves curves = curves(Fixtures.looked(6, 5, 4, 3, 2, 1));
        double whole = Scores.sigmoid(3);
        double expected = whole - (3 * Scores.sigmoid(0) + Scores.sigmoid(-2) + Scores.sigmoid(-3)) / 5;
        assertThat(curves.look().comprehensiveness()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void lookInTheOrderOfEffectHasSkillOne() {
        assertThat(curves(Fixtures.looked(6, 5, 4, 3, 2, 1)).orderSkill()).isCloseTo(1, within(1e-12));
    }

    @Test
    void lookInTheReverseOrderIsWorseThanChance() {
        assertThat(curves(Fixtures.looked(1, 2, 3, 4, 5, 6)).orderSkill()).isNegative();
    }

    @Test
    void aCoarseCurveHasElevenPointsAndTheSameShares() {
        int[] order = {0, 1, 2, 3, 4, 5};
        RemovalCurves.Order coarse = CurveMeasure.coarse(ADDITIVE).order(order);
        assertThat(coarse.deletion()).hasSize(11);
        assertThat(coarse.deletion()[5]).isEqualTo(Scores.sigmoid(-3));
        assertThat(coarse.comprehensiveness())
                .isEqualTo(CurveMeasure.fine(ADDITIVE).order(order).comprehensiveness());
    }

    @Test
    void skillIsUndefinedWhereNothingMatters() {
        Removal flat = Fixtures.additive(0, 0, 0, 0, 0, 0);
        RemovalCurves curves = CurveMeasure.fine(flat)
                .measure(Fixtures.looked(6, 5, 4, 3, 2, 1), Effects.of(flat), () -> false)
                .orElseThrow();
        assertThat(curves.orderSkill()).isNaN();
    }

    private static RemovalCurves curves(LookResult looked) {
        return CurveMeasure.fine(ADDITIVE)
                .measure(looked, Effects.of(ADDITIVE), () -> false)
                .orElseThrow();
    }
}
