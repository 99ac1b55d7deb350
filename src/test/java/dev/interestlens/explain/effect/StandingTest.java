package dev.interestlens.explain.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.explain.effect.Standing.Lead;
import dev.interestlens.explain.effect.Standing.Level;
import dev.interestlens.explain.effect.Standing.Place;
import dev.interestlens.explain.effect.Standing.Share;
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
        assertThat(ranked(100, place, place).level()).isEqualTo(Level.TYPICAL);
    }

    @Test
    void equalScoresStandBefore() {
        assertThat(Place.ofFirst(new float[] {2, 3, 2, 1})).isEqualTo(new Place(1, 1));
    }

    @Test
    void amongAFewItemsNothingIsCalledHighOrLow() {
        assertThat(ranked(7, new Place(0, 0), new Place(6, 0)).level()).isEqualTo(Level.UNKNOWN);
        assertThat(Standing.ofFirst(new float[7], new float[7]).lead()).isEqualTo(Lead.UNKNOWN);
    }

    @Test
    void aRankBeyondTheLastIsRefused() {
        assertThatThrownBy(() -> ranked(10, new Place(10, 0), new Place(0, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thePartsAreDifferencesFromTheMeanOfTheOthers() {
        Standing standing =
                Standing.ofFirst(new float[] {4, 0, 2, 0, 2, 0, 2, 0, 2}, new float[] {1, -1, 1, -1, 1, -1, 1, -1, 1});
        assertThat(standing.item()).isEqualTo(new Share(1, 1));
        assertThat(standing.history()).isEqualTo(new Share(2, 0));
        assertThat(standing.lead()).isEqualTo(Lead.HISTORY);
    }

    @Test
    void theLargerPartLeadsInEitherDirection() {
        assertThat(lead(new Share(2, 1), new Share(-3, 1))).isEqualTo(Lead.HISTORY);
        assertThat(lead(new Share(-3, 1), new Share(2, 1))).isEqualTo(Lead.ITEM);
    }

    @Test
    void whereNeitherIsBeyondItsSpreadBothAreSaid() {
        assertThat(lead(new Share(0.9, 1), new Share(-0.5, 0.5))).isEqualTo(Lead.BOTH);
        assertThat(lead(new Share(0.9, 1), new Share(-0.6, 0.5))).isEqualTo(Lead.ITEM);
    }

    private static Lead lead(Share item, Share history) {
        return new Standing(100, new Place(0, 0), new Place(0, 0), item, history).lead();
    }

    private static Level level(int rank) {
        return ranked(100, new Place(rank - 1, 0), new Place(0, 0)).level();
    }

    private static Standing ranked(int among, Place with, Place without) {
        return new Standing(among, with, without, new Share(0, 0), new Share(0, 0));
    }
}
