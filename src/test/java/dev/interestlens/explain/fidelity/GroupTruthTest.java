package dev.interestlens.explain.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.fidelity.FidelityReport.PlantedGroups;
import dev.interestlens.explain.look.LookKind;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.model.Removal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupTruthTest {
    private static final int N = 10;

    /** Of one category the behaviours 0 and 8, of another 1 and 9; the other categories have one each. */
    private static final List<Set<Integer>> INTERESTS = List.of(Set.of(0, 8), Set.of(1));

    private static final double[] EVEN = new double[N];

    static {
        Arrays.fill(EVEN, 1.0 / N);
    }

    private static double[] on(int... behaviours) {
        double[] weights = new double[N];
        Arrays.stream(behaviours).forEach(j -> weights[j] = 1.0 / behaviours.length);
        return weights;
    }

    private static PlantedGroups groups(Removal removal, double[]... heads) {
        GroupTruth truth = new GroupTruth();
        LookResult looked = new LookResult(0, LookKind.ATTENTION, EVEN, List.of(), List.of(heads));
        truth.add(Fixtures.impression(N), removal, looked, INTERESTS);
        return truth.groups();
    }

    @Test
    void lanesThatAreTheInterests() {
        Removal both = Fixtures.removal(N, kept -> (kept[0] || kept[8]) && kept[1] ? 3 : -3);
        PlantedGroups groups = groups(both, on(1), on(0, 8), EVEN);

        assertThat(groups.several()).isTrue();
        assertThat(List.of(
                        groups.first(),
                        groups.largerLane(),
                        groups.smallerLane(),
                        groups.smallerAlone(),
                        groups.largerSeen(),
                        groups.smallerSeen()))
                .allMatch(figure -> figure.mean() == 1);
    }

    @Test
    void oneLaneForBothInterests() {
        PlantedGroups groups = groups(Fixtures.additive(2, 0, 1, 0, 0, 0, 0, 0, 2, 0), on(0, 1, 8), on(0, 1, 8));

        assertThat(groups.first().mean()).as("4, and 0 against 1").isEqualTo(0.5);
        assertThat(groups.largerLane().mean()).isEqualTo(2.0 / 3);
        assertThat(groups.smallerLane().mean()).isEqualTo(1.0 / 3);
        assertThat(groups.smallerAlone().mean()).isZero();
        assertThat(groups.largerSeen().mean()).as("of equal weights the newest").isEqualTo(1);
        assertThat(groups.smallerSeen().mean()).isZero();
    }

    @Test
    void oneAttentionHasNoLanes() {
        assertThat(groups(Fixtures.additive(2, 2, 1, 0, 0, 0, 0, 0, 2, 0)).several())
                .isFalse();
    }
}
