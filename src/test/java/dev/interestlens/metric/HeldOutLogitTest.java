package dev.interestlens.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HeldOutLogitTest {
    private static double auc(double[] weights, boolean labelled) {
        SplittableRandom random = new SplittableRandom(3);
        double[][] rows = new double[2000][2];
        boolean[] positive = new boolean[rows.length];
        float[] labels = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = 1000 * random.nextGaussian();
            rows[i][1] = 7; // known to no row
            double logit = weights[0] * rows[i][0] / 1000;
            positive[i] = random.nextDouble() < 1 / (1 + Math.exp(labelled ? -logit : 0));
            labels[i] = positive[i] ? 1 : 0;
        }
        return Auc.of(HeldOutLogit.scores(rows, positive), labels).value();
    }

    @Test
    void whatAFeatureTellsIsFoundAtAnyScale() {
        assertThat(auc(new double[] {50}, true)).isGreaterThan(0.99);
    }

    @Test
    void noiseTellsNothingOfRowsThatWereLeftOut() {
        assertThat(auc(new double[] {50}, false)).isCloseTo(0.5, within(0.04));
    }

    @Test
    void noRowsHaveNoScores() {
        assertThat(HeldOutLogit.scores(new double[0][], new boolean[0])).isEmpty();
    }
}
