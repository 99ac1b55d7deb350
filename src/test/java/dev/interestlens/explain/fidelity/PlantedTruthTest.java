package dev.interestlens.explain.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.look.LookResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlantedTruthTest {
    @Test
    void figuresOfAnOrderAreAsByHand() {
        // order 2, 0, 3, 1 with causes 0 and 1, trigger 1
        double[] row = PlantedTruth.of(new int[] {2, 0, 3, 1}, new double[] {0.3, 0.1, 0.4, 0.2}, 1, Set.of(0, 1));
        assertThat(row[0]).isZero();
        assertThat(row[1]).isZero();
        assertThat(row[2]).isZero();
        assertThat(row[3]).isEqualTo(1);
        assertThat(row[4]).isEqualTo(0.5);
        assertThat(row[5]).isCloseTo((1 / 2.0 + 2 / 4.0) / 2, within(1e-12));
        assertThat(row[6]).isCloseTo(0.4 / 0.5, within(1e-12));
    }

    @Test
    void chanceIsTheMeanOverRandomOrders() {
        int n = 9;
        Set<Integer> support = Set.of(1, 4, 7);
        double[] expected = PlantedTruth.chance(n, support.size());
        double[] mean = new double[7];
        Random random = new Random(1);
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8));
        int trials = 40_000;
        for (int t = 0; t < trials; t++) {
            Collections.shuffle(order, random);
            double[] alike = {1, 1, 1, 1, 1, 1, 1, 1, 1};
            double[] row = PlantedTruth.of(order.stream().mapToInt(i -> i).toArray(), alike, 7, support);
            for (int i = 0; i < row.length; i++) {
                mean[i] += row[i] / trials;
            }
        }
        assertThat(mean).containsExactly(expected, within(0.01));
    }

    @Test
    void effectFindsASupporterThatLookMisses() {
        PlantedTruth truth = new PlantedTruth();
        LookResult looked = Fixtures.looked(0.7, 0.1, 0.2);
        truth.add(looked, Effects.of(Fixtures.additive(-3, 2, 0)), 1, List.of(Set.of(1)));
        FidelityReport.Planted planted = truth.planted(new GroupTruth().groups());
        assertThat(planted.look().trigger1()).isZero();
        assertThat(planted.effect().trigger1()).isEqualTo(1);
        assertThat(planted.effect().massLift()).isCloseTo(3, within(1e-12));
    }
}
