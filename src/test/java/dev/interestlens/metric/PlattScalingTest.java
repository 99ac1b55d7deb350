package dev.interestlens.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PlattScalingTest {
    private static final int ROWS = 200_000;

    @Test
    void theLineThatMadeTheLabelsIsFound() {
        Random random = new Random(3);
        float[] logits = new float[ROWS];
        float[] labels = new float[ROWS];
        for (int i = 0; i < ROWS; i++) {
            logits[i] = (float) (8 * random.nextGaussian() + 5);
            labels[i] = random.nextDouble() < sigmoid(.3 * logits[i] - 2.5) ? 1 : 0;
        }
        PlattScaling fitted = PlattScaling.of(logits, labels).orElseThrow();
        assertThat(fitted.scale()).isCloseTo(.3, within(.01));
        assertThat(fitted.shift()).isCloseTo(-2.5, within(.04));
    }

    /** Where the loss is least, the mean of the scores and that of score times logit are those of the targets. */
    @Test
    void theScoresHaveTheMeansOfTheTargets() {
        float[] logits = {40, 35, 31, 30, 29, 28, 27, 3};
        float[] labels = {1, 0, 1, 0, 0, 1, 0, 0};
        float[] after = PlattScaling.of(logits, labels).orElseThrow().of(logits);
        double[] means = new double[4];
        for (int i = 0; i < logits.length; i++) {
            double target = labels[i] == 1 ? 4 / 5.0 : 1 / 7.0;
            means[0] += target;
            means[1] += sigmoid(after[i]);
            means[2] += target * logits[i];
            means[3] += sigmoid(after[i]) * logits[i];
        }
        assertThat(means[1]).isCloseTo(means[0], within(1e-5));
        assertThat(means[3]).isCloseTo(means[2], within(1e-4));
    }

    @Test
    void labelsWithoutAMistakeAskForAFiniteScale() {
        PlattScaling fitted = PlattScaling.of(new float[] {-1, -1, 1, 1}, new float[] {0, 0, 1, 1})
                .orElseThrow();
        assertThat(sigmoid(fitted.scale() + fitted.shift())).isCloseTo(.75, within(1e-6));
        assertThat(sigmoid(-fitted.scale() + fitted.shift())).isCloseTo(.25, within(1e-6));
    }

    /** Higher logits do not mean more positives here, but the order stays. */
    @Test
    void logitsThatSayNothingBecomeTheShareOfPositives() {
        float[] logits = {40, 35, 31, 30, 29, 28, 27, 3};
        float[] labels = {0, 0, 0, 0, 0, 1, 1, 1};
        float[] after = PlattScaling.of(logits, labels).orElseThrow().of(logits);
        double sum = 0;
        for (float each : after) {
            sum += sigmoid(each);
        }
        assertThat(sum).isCloseTo(3 * 4 / 5.0 + 5 / 7.0, within(1e-5));
        assertThat(after).isSortedAccordingTo((a, b) -> Float.compare(b, a));
    }

    @Test
    void nothingIsFittedWhereALabelIsMissing() {
        float[] logits = {-1, 0, 1, 2};
        assertThat(PlattScaling.of(logits, new float[] {1, 1, 1, 1})).isEmpty();
        assertThat(PlattScaling.of(logits, new float[4])).isEmpty();
        assertThat(PlattScaling.of(new float[0], new float[0])).isEmpty();
        float[] equal = PlattScaling.of(new float[] {7, 7, 7, 7}, new float[] {1, 0, 0, 0})
                .map(each -> each.of(new float[] {7}))
                .orElse(new float[] {0});
        assertThat(equal[0]).isFinite();
    }

    private static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    /** Of 100 logits of 1 and 100 of −1: where k of the ones and 100 − k of the others are positives, the mean target of the ones is (101 k + 100 − k) / 10,200. */
    @Test
    void aScaleBelowTheLeastOneBecomesIt() {
        assertThat(ofHundreds(52).scale()).isCloseTo(Math.log(5300 / 4900.0), within(1e-6)); // .078
        assertThat(ofHundreds(51).scale()).isEqualTo(.05); // it would be .039
        assertThat(ofHundreds(30).scale()).isEqualTo(.05);
    }

    private static PlattScaling ofHundreds(int positives) {
        float[] logits = new float[200];
        float[] labels = new float[200];
        for (int i = 0; i < 100; i++) {
            logits[i] = 1;
            labels[i] = i < positives ? 1 : 0;
            logits[100 + i] = -1;
            labels[100 + i] = i < positives ? 0 : 1;
        }
        return PlattScaling.of(logits, labels).orElseThrow();
    }
}
