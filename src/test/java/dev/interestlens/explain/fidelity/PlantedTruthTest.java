package dev.interestlens.explain.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.fidelity.FidelityReport.Found;
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
        PlantedTruth look = new PlantedTruth();
        look.add(0, Fixtures.looked(0.7, 0.1, 0.2).strength(), 1, Set.of(1));
        PlantedTruth effect = new PlantedTruth();
        effect.add(0, Effects.of(Fixtures.additive(-3, 2, 0)).effect(), 1, Set.of(1));
        assertThat(look.truth().mean(Found.TRIGGER1)).isZero();
        assertThat(effect.truth().mean(Found.TRIGGER1)).isEqualTo(1);
        assertThat(effect.truth().mean(Found.MASS_LIFT)).isCloseTo(3, within(1e-12));
    }

    @Test
    void intervalsDrawUsersWithAllTheirChoices() {
        PlantedTruth look = new PlantedTruth();
        for (int user = 0; user < 40; user++) {
            double[] size = user % 4 == 0 ? new double[] {1, 0} : new double[] {0, 1};
            look.add(user, size, 1, Set.of(1));
            look.add(user, size, 1, Set.of(1));
        }
        Figure share = look.truth().figures().get(Found.TRIGGER1);
        assertThat(share.mean()).isEqualTo(0.75);
        assertThat(share.samples()).isEqualTo(80);
        double deviation = Math.sqrt(0.75 * 0.25 / 40); // of 40 users, though there are 80 choices
        assertThat(share.low()).isCloseTo(0.75 - 1.96 * deviation, within(0.03));
        assertThat(share.high()).isCloseTo(0.75 + 1.96 * deviation, within(0.03));
    }
}
