package dev.interestlens.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The weight of the table by what a made-up validation part says of each weight. */
class NeighbourChoiceTest {
    private static final double LEARNT = .34;

    private static double chosen(DoubleUnaryOperator ndcg) {
        return new NeighbourChoice(
                        LEARNT, weights -> Arrays.stream(weights).map(ndcg).toArray())
                .weight();
    }

    /** One that falls on both sides of a weight by its logarithm, to nothing after a factor of e. */
    private static DoubleUnaryOperator peakAt(double weight) {
        return w -> .5 * Math.max(0, 1 - Math.abs(Math.log(Math.max(1e-9, w) / weight)));
    }

    @Test
    void aBestWeightFarAboveThatOfTrainingIsFound() {
        for (double best : new double[] {.6, 1.36, 5.3, 22, 70}) {
            assertThat(chosen(peakAt(best)) / best).isCloseTo(1, within(.12));
        }
    }

    @Test
    void oneBelowItIsFoundToo() {
        assertThat(chosen(peakAt(.15)) / .15).isCloseTo(1, within(.12));
    }

    @Test
    void theWeightOfTrainingIsKeptWhereOthersAreHardlyBetter() {
        assertThat(chosen(w -> w == 0 ? .1 : .5 + .004 * Math.min(1, w / 300))).isEqualTo(LEARNT);
    }

    @Test
    void theTableAloneIsChosenWhereTheModelOnlyCosts() {
        assertThat(chosen(w -> .54 - .1 / (1 + w / 40))).isEqualTo(NeighbourChoice.ALONE);
    }

    @Test
    void theTableIsLeftOutWhereItOnlyCosts() {
        assertThat(chosen(w -> w == 0 ? .3 : .2 / (1 + w))).isZero();
    }

    @Test
    void theWeightOfTrainingIsKeptWhereNobodyCanBeRanked() {
        assertThat(chosen(w -> Double.NaN)).isEqualTo(LEARNT);
    }
}
