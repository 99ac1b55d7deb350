package dev.interestlens.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HalfLifeTest {
    private static final double[] AGES = {5, 15, 25, 35, 6, 16, 26, 4, 14, 5};
    private static final int[] SERIES = {0, 0, 0, 0, 1, 1, 1, 2, 2, 3};
    private static final double[] FIRST = {.3, .1, .25, .2};

    private static double[] values(double rate) {
        return IntStream.range(0, AGES.length)
                .mapToDouble(i -> FIRST[SERIES[i]] * Math.exp(-rate * AGES[i]))
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, .01, .02, .05, .2, -.01})
    void theRateIsFoundWhateverTheFirstValues(double rate) {
        assertThat(new HalfLife(AGES, SERIES).rate(values(rate))).isCloseTo(rate, within(1e-6));
    }

    @Test
    void aValueBelowZeroIsOneMoreValue() {
        double[] values = values(.05);
        values[3] = -.01;

        assertThat(new HalfLife(AGES, SERIES).rate(values)).isBetween(.05, .07);
    }

    @Test
    void withoutAValueThereIsNoRate() {
        double[] values = values(.05);
        values[3] = Double.NaN;

        assertThat(new HalfLife(AGES, SERIES).rate(values)).isNaN();
    }

    @Test
    void theSpanIsTheLongestAge() {
        assertThat(new HalfLife(AGES, SERIES).span()).isEqualTo(35);
    }
}
