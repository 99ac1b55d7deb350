package dev.interestlens.figure.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.figure.Phrase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttentionStripDataTest {
    private static AttentionStripData of(double[]... weights) {
        List<Phrase> moments = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            moments.add(Phrase.same(String.valueOf(i)));
        }
        List<Phrase> behaviours = new ArrayList<>();
        for (int i = 0; i < weights[0].length; i++) {
            behaviours.add(Phrase.same("b" + i));
        }
        return new AttentionStripData(moments, behaviours, List.of(weights));
    }

    @Test
    void evenAttentionIsAThirdOfTheScale() {
        AttentionStripData even = of(new double[] {.1, .1, .1, .1, .1, .1, .1, .1, .1, .1});
        assertThat(even.highest() / even.scale()).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void theGreatestWeightEndsTheScaleOnceAttentionHasFormed() {
        assertThat(of(new double[] {.25, .25, .25, .25}, new double[] {.9, .05, .05, 0})
                        .scale())
                .isEqualTo(.9);
        assertThat(of(new double[] {1}).scale()).isEqualTo(1);
    }
}
