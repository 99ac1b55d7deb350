package dev.interestlens.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RankCorrelationTest {

    @Test
    void sameOrderIsOneAndTheReverseMinusOne() {
        double[] a = {1, 5, 9, 20};

        assertThat(RankCorrelation.kendallTauB(a, new double[] {2, 3, 4, 5})).isEqualTo(1);
        assertThat(RankCorrelation.kendallTauB(a, new double[] {5, 4, 3, 2})).isEqualTo(-1);
    }

    @Test
    void tiesAreCountedAsByHand() {
        // 6 pairs: 4 agree, 0 disagree, (1,2) tied in a, (3,4) tied in b: 4 / √(5 · 5)
        assertThat(RankCorrelation.kendallTauB(new double[] {1, 1, 2, 3}, new double[] {1, 2, 3, 3}))
                .isCloseTo(0.8, offset(1e-15));
    }

    @Test
    void aConstantListHasNoOrder() {
        assertThat(RankCorrelation.kendallTauB(new double[] {1, 1}, new double[] {1, 2}))
                .isNaN();
        assertThat(RankCorrelation.kendallTauB(new double[0], new double[0])).isNaN();
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> RankCorrelation.kendallTauB(new double[1], new double[2]))
                .isInstanceOf(MetricException.class);
        assertThatThrownBy(() -> RankCorrelation.kendallTauB(new double[] {1, Double.NaN}, new double[2]))
                .isInstanceOf(MetricException.class);
    }

    @Test
    void theNullDeviationIsThatOfRandomOrders() {
        Random random = new Random(5);
        int n = 12;
        double squares = 0;
        int rounds = 20_000;
        for (int r = 0; r < rounds; r++) {
            double tau = RankCorrelation.kendallTauB(
                    random.doubles(n).toArray(), random.doubles(n).toArray());
            squares += tau * tau;
        }
        assertThat(Math.sqrt(squares / rounds)).isCloseTo(RankCorrelation.kendallNullDeviation(n), offset(0.004));
    }

    @Test
    void theDeviationOfTwoThingsIsOne() {
        assertThat(RankCorrelation.kendallNullDeviation(2)).isEqualTo(1);
        assertThat(RankCorrelation.kendallNullDeviation(1)).isNaN();
    }
}
