package dev.interestlens.explain.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.Fixtures;
import dev.interestlens.metric.RankCorrelation;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.bst.BstConfig;
import dev.interestlens.model.config.EmbeddingSizes;
import dev.interestlens.model.config.HeadConfig;
import dev.interestlens.model.config.HeadConfig.Products;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.NeighbourConfig;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.dien.DienConfig;
import dev.interestlens.model.din.DinConfig;
import dev.interestlens.model.neighbours.NeighboursConfig;
import dev.interestlens.model.pool.PoolConfig;
import dev.interestlens.nn.layer.Activation;
import dev.interestlens.store.Components;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstOrderTest {
    private static final HeadConfig LINEAR = new HeadConfig(List.of(), Activation.Kind.RELU, false, 0, Products.NONE);

    @Test
    void underALinearHeadTheGuessIsExact() {
        DinConfig din = DinConfig.preset(Preset.QUICK);
        DinConfig linear = Components.of(din).with("head", LINEAR);
        PoolConfig pool = new PoolConfig(new EmbeddingSizes(16, 8), PoolConfig.Pooling.SUM, 0, LINEAR);
        for (ModelConfig config : new ModelConfig[] {linear, pool, new NeighboursConfig(NeighbourConfig.AUTO)}) {
            try (TrainedModel model = Fixtures.model(config)) {
                double[] guess =
                        new FirstOrder(model).effects(Fixtures.impression(6).batch())[0];
                double[] exact = exact(model).effect();
                for (int j = 0; j < 6; j++) {
                    assertThat(guess[j]).isCloseTo(exact[j], within(1e-3));
                }
            }
        }
    }

    @Test
    void everySampleOfABatchIsGuessedAsAlone() {
        try (TrainedModel model = Fixtures.model(DinConfig.preset(Preset.QUICK))) {
            double[][] together =
                    new FirstOrder(model).effects(Fixtures.impression(6).otherBatch());
            double[] alone = new FirstOrder(model).effects(Fixtures.batch(new int[] {2, 5, 8, 11, 14, 17}, 30))[0];
            assertThat(together).hasDimensions(3, 6);
            assertThat(together[2]).containsExactly(alone, within(1e-4));
        }
    }

    @Test
    void theGuessOrdersAsTheMeasurementDoes() {
        try (TrainedModel model = Fixtures.model(DinConfig.preset(Preset.QUICK))) {
            double[] guess =
                    new FirstOrder(model).effects(Fixtures.impression(12).batch())[0];
            Effects exact = new Explainer(model, Optional.empty()).effects(Fixtures.impression(12));
            assertThat(RankCorrelation.kendallTauB(guess, exact.effect())).isGreaterThan(0.5);
        }
    }

    @Test
    void modelsWithoutAWeightedSumAreGuessedToo() {
        for (ModelConfig config : new ModelConfig[] {DienConfig.preset(Preset.QUICK), BstConfig.preset(Preset.QUICK)}) {
            try (TrainedModel model = Fixtures.model(config)) {
                double[] guess =
                        new FirstOrder(model).effects(Fixtures.impression(6).batch())[0];
                assertThat(guess).hasSize(6).doesNotContain(0.0, Double.NaN);
            }
        }
    }

    private static Effects exact(TrainedModel model) {
        return new Explainer(model, Optional.empty()).effects(Fixtures.impression(6));
    }
}
