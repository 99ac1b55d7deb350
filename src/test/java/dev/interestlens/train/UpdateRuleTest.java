package dev.interestlens.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class UpdateRuleTest {
    private static float[] moved(UpdateRule rule, float weight, float[] gradients, double rate, double decay) {
        float[] w = {weight};
        float[][] moments = new float[rule.moments().length][1];
        for (int step = 1; step <= gradients.length; step++) {
            rule.move(w, new float[] {gradients[step - 1]}, 0, moments, 0, 1, rule.pace(step, rate), decay);
        }
        return w;
    }

    @Test
    void sgdGoesAgainstTheGradient() {
        assertThat(moved(new UpdateRule.Sgd(), 1, new float[] {2}, 0.1, 0)[0]).isEqualTo(0.8f, within(1e-6f));
    }

    @Test
    void adagradDividesByTheRootOfTheSummedSquares() {
        double expected = 1 - 0.1 * 3 / 3.0 - 0.1 * 4 / 5.0;
        assertThat((double) moved(new UpdateRule.Adagrad(), 1, new float[] {3, 4}, 0.1, 0)[0])
                .isEqualTo(expected, within(1e-6));
    }

    @Test
    void adamsFirstStepIsTheRateWhateverTheGradient() {
        UpdateRule adam = new UpdateRule.Adam(UpdateRule.Adam.Form.CORRECTED, false);
        assertThat(moved(adam, 1, new float[] {1e-3f}, 0.1, 0)[0]).isEqualTo(0.9f, within(1e-5f));
        assertThat(moved(adam, 1, new float[] {50}, 0.1, 0)[0]).isEqualTo(0.9f, within(1e-5f));
    }

    @Test
    void decoupledDecayShrinksTheWeightItself() {
        UpdateRule adamW = new UpdateRule.Adam(UpdateRule.Adam.Form.CORRECTED, true);
        assertThat(moved(adamW, 2, new float[] {0}, 0.1, 0.5)[0]).isEqualTo(1.9f, within(1e-6f));
    }

    @Test
    void aMissingGradientIsAZeroGradient() {
        UpdateRule adam = new UpdateRule.Adam(UpdateRule.Adam.Form.CORRECTED, false);
        float[] with = {1};
        float[] without = {1};
        float[][] a = {{0.5f}, {0.25f}};
        float[][] b = {{0.5f}, {0.25f}};
        adam.move(with, new float[] {0}, 0, a, 0, 1, adam.pace(3, 0.1), 0);
        adam.move(without, null, 0, b, 0, 1, adam.pace(3, 0.1), 0);
        assertThat(without).isEqualTo(with);
        assertThat(b).isDeepEqualTo(a);
    }

    /** Kingma and Ba, algorithm 1: after gradients 1 and 0 both means are divided by one less their power of β. */
    @Test
    void adamDividesByTheBiasOfItsMeans() {
        double second = 0.09 / (1 - 0.81) / Math.sqrt(0.000999 / (1 - 0.998001));
        UpdateRule adam = new UpdateRule.Adam(UpdateRule.Adam.Form.CORRECTED, false);
        UpdateRule hat = new UpdateRule.Adam(UpdateRule.Adam.Form.EPSILON_HAT, false);
        float[] gradients = {1, 0};
        assertThat((double) moved(adam, 1, gradients, 0.1, 0)[0]).isEqualTo(1 - 0.1 - 0.1 * second, within(1e-6));
        assertThat((double) moved(hat, 1, gradients, 0.1, 0)[0]).isEqualTo(1 - 0.1 - 0.1 * second, within(1e-6));
    }

    /** With a gradient of 10 ε the first step of one form is rate · 10 / (10 + 1), that of the other rate · √10 / (√10 + 10). */
    @Test
    void theFormsDifferInThePositionOfEpsilon() {
        float[] tiny = {1e-7f};
        UpdateRule adam = new UpdateRule.Adam(UpdateRule.Adam.Form.CORRECTED, false);
        UpdateRule hat = new UpdateRule.Adam(UpdateRule.Adam.Form.EPSILON_HAT, false);
        assertThat((double) moved(adam, 0, tiny, 1, 0)[0]).isEqualTo(-10 / 11.0, within(1e-5));
        assertThat((double) moved(hat, 0, tiny, 1, 0)[0])
                .isEqualTo(-Math.sqrt(10) / 10 / (Math.sqrt(10) / 10 + 1), within(1e-5));
    }

    @Test
    void decayIsPartOfTheGradientUnlessItIsDecoupled() {
        UpdateRule adam = new UpdateRule.Adam(UpdateRule.Adam.Form.CORRECTED, false);
        UpdateRule adamW = new UpdateRule.Adam(UpdateRule.Adam.Form.CORRECTED, true);
        assertThat(moved(adam, 4, new float[] {0}, 0.1, 0.5)[0]).isEqualTo(3.9f, within(1e-6f));
        assertThat(moved(adamW, 4, new float[] {0}, 0.1, 0.5)[0]).isEqualTo(3.8f, within(1e-6f));
        assertThat(moved(new UpdateRule.Sgd(), 1, new float[] {2}, 0.1, 0.5)[0]).isEqualTo(0.75f, within(1e-6f));
        assertThat(moved(new UpdateRule.Adagrad(), 2, new float[] {1}, 0.1, 1)[0])
                .isEqualTo(1.9f, within(1e-6f));
    }

    @Test
    void onlyTheNumbersOfARowMoveByTheGradientsOfThatRow() {
        for (UpdateRule rule : List.of(
                new UpdateRule.Sgd(),
                new UpdateRule.Adagrad(),
                new UpdateRule.Adam(UpdateRule.Adam.Form.CORRECTED, false))) {
            float[] w = {1, 1, 1, 1};
            float[][] moments = new float[rule.moments().length][4];
            rule.move(w, new float[] {9, 9, 9, 2, -2, 9}, 3, moments, 1, 2, rule.pace(1, 0.1), 0);
            assertThat(w[0]).isEqualTo(1);
            assertThat(w[1]).isLessThan(1);
            assertThat(w[2]).isEqualTo(2 - w[1], within(1e-6f));
            assertThat(w[3]).isEqualTo(1);
        }
    }

    @Test
    void withoutAGradientDecayStillActs() {
        for (UpdateRule rule : List.of(
                new UpdateRule.Sgd(),
                new UpdateRule.Adagrad(),
                new UpdateRule.Adam(UpdateRule.Adam.Form.CORRECTED, false),
                new UpdateRule.Adam(UpdateRule.Adam.Form.EPSILON_HAT, true))) {
            float[][] weights = {{7, 2, 3, 7}, {7, 2, 3, 7}};
            float[][][] moments = new float[2][rule.moments().length][];
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < moments[i].length; j++) {
                    moments[i][j] = new float[] {0.5f, 0.25f, 0.125f, 0.5f};
                }
                float[] gradient = i == 0 ? null : new float[2];
                rule.move(weights[i], gradient, 0, moments[i], 1, 2, rule.pace(3, 0.1), 0.5);
            }
            assertThat(weights[0])
                    .isEqualTo(weights[1])
                    .doesNotContain(2, 3)
                    .startsWith(7)
                    .endsWith(7);
            assertThat(moments[0]).isDeepEqualTo(moments[1]);
        }
    }

    /** Each weight decays by itself: 2 and 3 by a twentieth; of Adagrad by the rate, whose first step is that whatever the gradient. */
    @Test
    void eachWeightDecaysByItself() {
        float[] sgd = {7, 2, 3, 7};
        new UpdateRule.Sgd().move(sgd, null, 0, new float[0][], 1, 2, new UpdateRule.Pace(0.1, 0, 0), 0.5);
        assertThat(sgd).containsExactly(new float[] {7, 1.9f, 2.85f, 7}, within(1e-6f));
        float[] adagrad = {7, 2, -3, 7};
        float[][] sums = {{0, 0, 0, 0}};
        new UpdateRule.Adagrad().move(adagrad, null, 0, sums, 1, 2, new UpdateRule.Pace(0.1, 0, 0), 0.5);
        assertThat(adagrad).containsExactly(new float[] {7, 1.9f, -2.9f, 7}, within(1e-6f));
        assertThat(sums[0]).containsExactly(new float[] {0, 1, 2.25f, 0}, within(1e-6f));
    }

    @Test
    void onlyAdamMovesWithoutAGradient() {
        assertThat(new UpdateRule.Adam(UpdateRule.Adam.Form.CORRECTED, false).restless())
                .isTrue();
        assertThat(new UpdateRule.Adagrad().restless()).isFalse();
        assertThat(new UpdateRule.Sgd().restless()).isFalse();
    }
}
