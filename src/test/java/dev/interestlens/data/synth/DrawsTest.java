package dev.interestlens.data.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class DrawsTest {

    @Test
    void theSequenceNeverChanges() {
        Draws draws = Draws.of(7, 0);

        assertThat(new long[] {draws.bits(), draws.bits()})
                .containsExactly(-919360232419776405L, -2219383471983114839L);
    }

    @Test
    void weightsAreShares() {
        Draws draws = Draws.of(1, 2);
        int[] count = new int[4];
        for (int i = 0; i < 40_000; i++) {
            count[draws.weighted(new double[] {1, 0, 3, 0})]++;
        }

        assertThat(count[1] + count[3]).isZero();
        assertThat(count[2] / 40_000.0).isCloseTo(.75, offset(.01));
    }

    @Test
    void exponentialsHaveMeanOne() {
        Draws draws = Draws.of(3, 4);
        double sum = 0;
        for (int i = 0; i < 40_000; i++) {
            sum += draws.exponential();
        }

        assertThat(sum / 40_000).isCloseTo(1, offset(.02));
    }
}
