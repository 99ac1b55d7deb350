package dev.interestlens.explain.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShapleyTest {
    private static final int PARTS = 5;

    @Test
    void sharesAreTheMeanOverAllOrders() {
        double[] values = new SplittableRandom(4).doubles(1 << PARTS).toArray();
        double[] sums = new double[PARTS];
        int orders = order(values, 0, sums);
        assertThat(orders).isEqualTo(120);
        double[] means = Arrays.stream(sums).map(sum -> sum / orders).toArray();
        assertThat(Shapley.of(values)).containsExactly(means, within(1e-12));
        assertThat(Arrays.stream(means).sum()).isCloseTo(values[values.length - 1] - values[0], within(1e-12));
    }

    /** Adds what each part adds in every order that goes on from a set; returns how many orders there are. */
    private static int order(double[] values, int set, double[] sums) {
        int orders = set == values.length - 1 ? 1 : 0;
        for (int p = 0; p < PARTS; p++) {
            if ((set >> p & 1) == 0) {
                int more = order(values, set | 1 << p, sums);
                sums[p] += more * (values[set | 1 << p] - values[set]);
                orders += more;
            }
        }
        return orders;
    }

    @Test
    void aPartThatAddsNothingHasExactlyNothing() {
        double[] values = {1, 4, 1, 4, 0.3, 7, 0.3, 7};
        assertThat(Shapley.of(values)[1]).isZero();
    }

    @Test
    void withoutPartsThereAreNoShares() {
        assertThat(Shapley.of(new double[] {3})).isEmpty();
    }
}
