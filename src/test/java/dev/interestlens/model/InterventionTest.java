package dev.interestlens.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;

class InterventionTest {
    /** Two heads of one query each, three behaviours and the candidate. */
    private static float[] rows() {
        return new float[] {0.6f, 0.1f, 0.1f, 0.2f, 0, 0.5f, 0.1f, 0.4f};
    }

    private static float[] changed(Intervention intervention, boolean queries) {
        float[] rows = rows();
        intervention.apply(0, 2, queries, rows, 4, 0, 3);
        return rows;
    }

    @Test
    void evenWeightsKeepTheSumAndTheCandidate() {
        assertThat(changed(Intervention.even(3), true))
                .containsExactly(
                        new float[] {0.8f / 3, 0.8f / 3, 0.8f / 3, 0.2f, 0.2f, 0.2f, 0.2f, 0.4f}, within(1e-6f));
    }

    @Test
    void whatMayNotBeReadGetsNothingOfEvenWeights() {
        float[] rows = {0.6f, 0, 0.4f};
        Intervention.even(new boolean[] {true, false, true}).apply(0, 1, false, rows, 3, 0, 3);
        assertThat(rows).containsExactly(0.5f, 0, 0.5f);
    }

    @Test
    void zeroLeavesTheCandidateAlone() {
        assertThat(changed(Intervention.zero(3), true)).containsExactly(0, 0, 0, 0.2f, 0, 0, 0, 0.4f);
    }

    @Test
    void givenWeightsStandAsTheyAreOrShareOutWhatARowGives() {
        Intervention given = Intervention.NONE.withWeights(new double[] {2, 0, 2});
        assertThat(changed(given, false)).startsWith(2, 0, 2, 0.2f);
        assertThat(changed(given, true))
                .containsExactly(new float[] {0.4f, 0, 0.4f, 0.2f, 0.3f, 0, 0.3f, 0.4f}, within(1e-6f));
    }

    private static Intervention without(Set<Intervention.Head> heads, Set<Integer> layers) {
        return new Intervention(new double[0], new double[0], heads, layers, new float[0]);
    }

    @Test
    void aHeadThatIsOffReadsNothingAndTheOthersStay() {
        assertThat(changed(without(Set.of(new Intervention.Head(0, 1)), Set.of()), true))
                .containsExactly(0.6f, 0.1f, 0.1f, 0.2f, 0, 0, 0, 0);
        assertThat(changed(without(Set.of(new Intervention.Head(1, 1)), Set.of()), true))
                .containsExactly(rows());
    }

    @Test
    void aLayerThatIsOffReadsNothing() {
        assertThat(changed(without(Set.of(), Set.of(0)), true)).containsOnly(0);
    }

    @Test
    void behavioursMayStandBehindPadding() {
        float[] rows = {9, 0.5f, 0.3f};
        Intervention.even(2).apply(0, 1, false, rows, 3, 1, 2);
        assertThat(rows).containsExactly(new float[] {9, 0.4f, 0.4f}, within(1e-6f));
    }
}
