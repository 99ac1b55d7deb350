package dev.interestlens.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TicksTest {
    private static List<String> texts(double low, double high, int most) {
        Ticks ticks = Ticks.between(low, high, most);
        return IntStream.range(0, ticks.count()).mapToObj(ticks::text).toList();
    }

    @Test
    void ticksAreRoundAndWithin() {
        assertThat(texts(0.62, 0.89, 6)).containsExactly("0.65", "0.70", "0.75", "0.80", "0.85");
        assertThat(texts(0, 1, 5)).containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
        assertThat(texts(-1, 1, 2)).containsExactly("−1", "0", "1");
        assertThat(texts(0, 40_000, 4)).containsExactly("0", "10k", "20k", "30k", "40k");
    }

    private static List<String> around(double low, double high, int most) {
        Ticks ticks = Ticks.around(low, high, most);
        return IntStream.range(0, ticks.count()).mapToObj(ticks::text).toList();
    }

    @Test
    void anAxisAroundValuesEndsWithNumbers() {
        assertThat(around(0.603, 0.888, 3)).containsExactly("0.6", "0.7", "0.8", "0.9");
        assertThat(around(0.888, 0.889, 4).get(0)).isEqualTo("0.8880");
    }

    @Test
    void valuesThatAreAllAlikeStandOnAnAxisFromZero() {
        assertThat(around(0.001, 0.001, 3)).containsExactly("0.0000", "0.0005", "0.0010");
        assertThat(around(0, 0, 3)).containsExactly("0", "1");
    }

    @Test
    void aSingleValueHasOneTick() {
        assertThat(texts(3, 3, 5)).containsExactly("3");
    }

    private static List<String> counts(double highest, int most) {
        Ticks ticks = Ticks.ofCounts(highest, most);
        return IntStream.range(0, ticks.count()).mapToObj(ticks::text).toList();
    }

    @Test
    void ticksOfCountsAreWholeAndReachTheHighest() {
        assertThat(counts(28, 3)).containsExactly("0", "10", "20", "30");
        assertThat(counts(225, 3)).containsExactly("0", "100", "200", "300");
        assertThat(counts(1, 4)).containsExactly("0", "1");
        assertThat(counts(3, 8)).containsExactly("0", "1", "2", "3");
        assertThat(counts(0, 3)).containsExactly("0", "1");
    }
}
