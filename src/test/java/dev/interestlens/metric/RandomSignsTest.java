package dev.interestlens.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RandomSignsTest {
    @Test
    void ofManyTermsItIsTheirSumOverTheRootOfTheirSquares() {
        double[] terms = new Random(1).doubles(4000, -0.95, 1).toArray();
        double norm = Math.sqrt(Arrays.stream(terms).map(term -> term * term).sum());
        double ratio = Math.abs(Arrays.stream(terms).sum()) / norm;
        assertThat(RandomSigns.z(terms)).isBetween(ratio * 0.98, ratio * 1.01);
    }

    @Test
    void fewTermsOfOneSignAreAsSureAsAllTheirSigns() {
        double[] terms = new double[20];
        Arrays.fill(terms, -0.1);
        assertThat(RandomSigns.z(terms)).isCloseTo(Math.sqrt(40 * Math.log(2)), within(0.001));
    }

    /** Their root is beyond the last slope. */
    @Test
    void manyTermsOfOneSignAreSurerThanFew() {
        double[] terms = new double[5000];
        Arrays.fill(terms, 0.1);
        assertThat(RandomSigns.z(terms)).isCloseTo(RandomSigns.of(terms).z(500), within(1e-9));
        assertThat(RandomSigns.z(terms)).isGreaterThan(32); // the last slope
    }

    /** P(sum ≥ x) ≤ exp(−z²/2): all signs of twelve terms. */
    @Test
    void noSumIsLikelierThanItSays() {
        double[] terms = new Random(2).doubles(12, 0.1, 1).toArray();
        RandomSigns signs = RandomSigns.of(terms);
        double[] sums = new double[1 << terms.length];
        for (int way = 0; way < sums.length; way++) {
            for (int i = 0; i < terms.length; i++) {
                sums[way] += (way >> i & 1) == 0 ? terms[i] : -terms[i];
            }
        }
        Arrays.sort(sums);
        for (int i = sums.length / 2; i < sums.length; i++) {
            double share = (sums.length - i) / (double) sums.length;
            assertThat(share).isLessThanOrEqualTo(Math.exp(-Math.pow(signs.z(sums[i]), 2) / 2) + 1e-12);
        }
    }

    @Test
    void theTermsAloneSayTheSame() {
        Random random = new Random(3);
        for (int count = 1; count < 60; count++) {
            double shift = random.nextDouble();
            double[] terms =
                    random.doubles(count).map(term -> term * term - shift / 2).toArray();
            double sum = Arrays.stream(terms).sum();
            assertThat(RandomSigns.z(terms)).isCloseTo(RandomSigns.of(terms).z(sum), within(1e-12));
        }
        assertThat(RandomSigns.z(new double[3])).isZero();
        assertThat(RandomSigns.of(new double[0]).z(0)).isZero();
    }
}
