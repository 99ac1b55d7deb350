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

    @Test
    void aMeanOfPartsTakesAsMuchOfEach() {
        float[] weight = new float[1 + 2 * 4];
        Initializer.meanOfParts(4, 2).fill(weight, 1, 8, Initializer.random(7, "match"));
        assertThat(weight).containsExactly(0, 0.5f, 0, 0.5f, 0, 0, 0.5f, 0, 0.5f);
    }

    @Test
    void rowsBeginNearlyAlikeAndTheFirstAsAlone() {
        float[] alone = new float[3];
        Initializer.fanIn(3).fill(alone, 0, 3, Initializer.random(7, "score"));
        float[] weight = new float[1 + 2 * 3];
        Initializer.rowsAlike(3).fill(weight, 1, 6, Initializer.random(7, "score"));
        double bound = 1 / Math.sqrt(3);
        for (int column = 0; column < 3; column++) {
            assertThat(weight[1 + column]).isEqualTo(alone[column]);
            assertThat(weight[4 + column])
                    .isNotEqualTo(alone[column])
                    .isBetween((float) (alone[column] - bound / 10), (float) (alone[column] + bound / 10));
        }
    }

    @Test
    void theBeginningOfTheInputGoesThroughAsItIs() {
        float[] weight = new float[1 + 3 * 4];
        Initializer.beginningInIdentity(4, 3, 2).fill(weight, 1, 12, Initializer.random(7, "projection"));
        for (int row = 0; row < 3; row++) {
            assertThat(weight[1 + row * 4]).isEqualTo(row == 0 ? 1 : 0);
            assertThat(weight[2 + row * 4]).isEqualTo(row == 1 ? 1 : 0);
            assertThat(Math.abs(weight[3 + row * 4])).isBetween(1e-6f, 0.5f);
            assertThat(Math.abs(weight[4 + row * 4])).isBetween(1e-6f, 0.5f);
        }
        assertThat(weight[0]).isZero();
    }
}
