package dev.interestlens.nn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InitializerTest {
    @Test
    void theEndOfTheInputGoesThroughAsItIs() {
        float[] weight = new float[1 + 2 * 5];
        Initializer.endingInIdentity(5, 2).fill(weight, 1, 10, Initializer.random(7, "match"));
        assertThat(new float[] {weight[4], weight[5], weight[9], weight[10]}).containsExactly(1, 0, 0, 1);
        assertThat(weight[0]).isZero();
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 3; column++) {
                assertThat(Math.abs(weight[1 + row * 5 + column])).isBetween(1e-6f, (float) (1 / Math.sqrt(5)));
            }
        }
    }
}
