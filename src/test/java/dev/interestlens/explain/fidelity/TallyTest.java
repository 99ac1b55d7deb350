package dev.interestlens.explain.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void undefinedValuesDoNotCount() {
        Tally tally = new Tally();
        tally.add(1, 1);
        tally.add(1, Double.NaN);
        tally.add(2, 4);
        tally.add(2, 1);
        Figure figure = tally.figure();
        assertThat(figure.samples()).isEqualTo(3);
        assertThat(figure.mean()).isCloseTo(2, within(1e-12));
        assertThat(figure.median()).isEqualTo(1);
        assertThat(figure.low()).isBetween(1.0, 2.0);
        assertThat(figure.high()).isBetween(2.0, 2.5);
    }

    @Test
    void aRatioIsOfMeansNotOfSamples() {
        Tally tally = new Tally();
        tally.add(1, 1, 2);
        tally.add(2, 3, 2);
        tally.add(2, 0, 4);
        assertThat(tally.figure().mean()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void nothingIsUndefined() {
        assertThat(new Tally().figure().mean()).isNaN();
        assertThat(new Tally().figure().low()).isNaN();
    }

    @Test
    void strataAreDrawnInTurn() {
        assertThat(Strata.evenly(List.of(List.of(5, 6, 7, 8), List.of(1)), 3)).containsExactly(1, 5, 6);
        assertThat(Strata.evenly(List.of(List.of(5), List.of(1)), 9)).containsExactly(1, 5);
        assertThat(Strata.length(4)).isEqualTo(-1);
        assertThat(Strata.length(60)).isEqualTo(3);
    }
}
