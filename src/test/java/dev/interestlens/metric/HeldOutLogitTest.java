package dev.interestlens.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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

    /** Weights of 25 features that are fitted to 40 rows tell these apart, and no others. */
    @Test
    void noRowIsScoredByWeightsThatWereFittedToIt() {
        SplittableRandom random = new SplittableRandom(5);
        double sum = 0;
        for (int round = 0; round < 10; round++) {
            double[][] rows = new double[40][25];
            boolean[] positive = new boolean[rows.length];
            float[] labels = new float[rows.length];
            for (int i = 0; i < rows.length; i++) {
                Arrays.setAll(rows[i], f -> random.nextGaussian());
                positive[i] = i % 2 == 0;
                labels[i] = positive[i] ? 1 : 0;
            }
            sum += Auc.of(HeldOutLogit.scores(rows, positive), labels).value();
        }
        assertThat(sum / 10).isCloseTo(0.5, within(0.15));
    }

    @Test
    void neitherScaleNorOriginOfAFeatureMatters() {
        SplittableRandom random = new SplittableRandom(6);
        double[][] rows = new double[60][1];
        double[][] moved = new double[60][1];
        boolean[] positive = new boolean[60];
        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = random.nextGaussian();
            moved[i][0] = 1000 * rows[i][0] + 7;
            positive[i] = random.nextDouble() < 1 / (1 + Math.exp(-rows[i][0]));
        }
        assertThat(HeldOutLogit.scores(moved, positive))
                .containsExactly(HeldOutLogit.scores(rows, positive), within(1e-9));
    }

    /** A feature that agrees with four labels of five has the logit of four fifths, 1.386. */
    @Test
    void theWeightIsTheLogitOfTheShareThatAgrees() {
        double[][] rows = new double[4000][1];
        boolean[] positive = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = i % 2 == 0 ? 1 : -1;
            positive[i] = i % 2 == 0 ^ i / 2 % 5 == 0;
        }
        double mean = Arrays.stream(HeldOutLogit.scores(rows, positive))
                .map(Math::abs)
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(Math.log(4), within(0.03));
    }
}
