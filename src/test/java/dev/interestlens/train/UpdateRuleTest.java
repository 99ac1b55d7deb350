package dev.interestlens.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
}
