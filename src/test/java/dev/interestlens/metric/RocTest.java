package dev.interestlens.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RocTest {
    @Test
    void theAreaUnderTheCurveIsTheAucAlsoWithTies() {
        Random random = new Random(5);
        double[] scores = new double[500];
        float[] labels = new float[500];
        for (int i = 0; i < scores.length; i++) {
            labels[i] = random.nextInt(3) == 0 ? 1 : 0;
            scores[i] = Math.round(4 * (random.nextGaussian() + labels[i]));
        }
        ScoredSamples scored = ScoredSamples.of(scores, labels);
        double[] x = Roc.of(scored, 1000).falsePositives();
        double[] y = Roc.of(scored, 1000).truePositives();
        double area = 0;
        for (int i = 1; i < x.length; i++) {
            area += (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2;
        }
        assertThat(area).isCloseTo(Auc.of(scored).orNaN(), within(1e-12));
    }

    @Test
    void aThinnedCurveKeepsItsEnds() {
        Roc roc = Roc.of(ScoredSamples.of(new double[] {4, 3, 2, 1}, new float[] {1, 0, 1, 0}), 3);
        assertThat(roc.falsePositives()).startsWith(0).endsWith(1).hasSize(3);
        assertThat(roc.truePositives()).startsWith(0).endsWith(1);
    }

    @Test
    void oneClassHasNoCurve() {
        assertThat(Roc.of(ScoredSamples.of(new double[] {1, 2}, new float[] {1, 1}), 10)
                        .falsePositives())
                .isEmpty();
    }
}
