package dev.interestlens.explain.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.Fixtures;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.bst.BstConfig;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.dien.DienConfig;
import dev.interestlens.model.din.DinConfig;
import dev.interestlens.model.pool.PoolConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimilarPredictionsTest {
    @Test
    void theNearestAboutTheMeanComesFirst() {
        List<float[]> vectors = List.of(
                new float[] {10, 1}, new float[] {10, -1}, new float[] {10, 2}, new float[] {10, -2}, new float[] {11, 0
                });
        assertThat(SimilarPredictions.nearest(vectors, 0, 3)).containsExactly(0, 2, 4);
    }

    @Test
    void everyFamilyHasAnInterestForEachSample() {
        for (var config : List.of(
                PoolConfig.preset(Preset.QUICK),
                DinConfig.preset(Preset.QUICK),
                DienConfig.preset(Preset.QUICK),
                BstConfig.preset(Preset.QUICK))) {
            try (TrainedModel model = Fixtures.model(config)) {
                float[][] found = model.interests(Fixtures.ragged(3, 7, 5)).orElseThrow();
                assertThat(found).hasNumberOfRows(3);
                assertThat(found[0]).isNotEqualTo(found[1]);
            }
        }
    }
}
