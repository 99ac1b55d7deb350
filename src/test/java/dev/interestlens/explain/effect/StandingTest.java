package dev.interestlens.explain.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.explain.effect.Standing.Level;
import dev.interestlens.explain.effect.Standing.Place;
import org.junit.jupiter.api.Test;

class StandingTest {
    @Test
    void theBestQuarterIsHighAndTheLastIsLow() {
        assertThat(level(1)).isEqualTo(Level.HIGH);
        assertThat(level(25)).isEqualTo(Level.HIGH);
        assertThat(level(26)).isEqualTo(Level.TYPICAL);
        assertThat(level(75)).isEqualTo(Level.TYPICAL);
        assertThat(level(76)).isEqualTo(Level.LOW);
    }

    @Test
    void amongEqualScoresNoneIsHighOrLow() {
        Place place = Place.ofFirst(new float[100]);
        assertThat(place.rank()).isEqualTo(100);
        assertThat(new Standing(100, place, place).level()).isEqualTo(Level.TYPICAL);
    }

    @Test
    void equalScoresStandBefore() {
        assertThat(Place.ofFirst(new float[] {2, 3, 2, 1})).isEqualTo(new Place(1, 1));
    }

    @Test
    void amongAFewItemsNothingIsCalledHighOrLow() {
        assertThat(new Standing(7, new Place(0, 0), new Place(6, 0)).level()).isEqualTo(Level.UNKNOWN);
    }

    @Test
    void aRankBeyondTheLastIsRefused() {
        assertThatThrownBy(() -> new Standing(10, new Place(10, 0), new Place(0, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Level level(int rank) {
        return new Standing(100, new Place(rank - 1, 0), new Place(0, 0)).level();
    }
}
