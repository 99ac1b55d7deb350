package dev.interestlens.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.nn.Initializer;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttentionStartTest {
    private static final int WIDTH = 48;

    /** q, k of the first head: the logit of two rows. */
    private static double logit(float[] weight, int heads, double[] query, double[] key) {
        double sum = 0;
        for (int unit = 0; unit < WIDTH / heads; unit++) {
            double q = 0;
            double k = 0;
            for (int column = 0; column < WIDTH; column++) {
                q += weight[unit * WIDTH + column] * query[column];
                k += weight[(WIDTH + unit) * WIDTH + column] * key[column];
            }
            sum += q * k;
        }
        return sum / Math.sqrt((double) WIDTH / heads);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.25", "2, 0.25", "4, 0.25", "2, 1", "8, 1"})
    void equalRowsBeginWithALogitOfFourInEveryWidthAndOthersWithNone(int heads, double deviation) {
        float[] weight = new float[3 * WIDTH * WIDTH];
        SelfAttention.similarity(WIDTH, heads, deviation)
                .fill(weight, 0, weight.length, Initializer.random(1, "attention"));
        SplittableRandom random = new SplittableRandom(2);
        int pairs = 500;
        double equal = 0;
        double other = 0;
        for (int i = 0; i < pairs; i++) {
            double[] one = random.doubles(WIDTH)
                    .map(u -> random.nextGaussian() * deviation)
                    .toArray();
            double[] two = random.doubles(WIDTH)
                    .map(u -> random.nextGaussian() * deviation)
                    .toArray();
            equal += logit(weight, heads, one, one) / pairs;
            other += logit(weight, heads, one, two) / pairs;
        }
        assertThat(equal).isCloseTo(4, within(0.3));
        assertThat(other).isCloseTo(0, within(0.3));
    }
}
