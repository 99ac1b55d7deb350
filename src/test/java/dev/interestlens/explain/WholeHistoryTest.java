package dev.interestlens.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.explain.effect.MaskedBatch;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.bst.BstConfig;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.dien.DienConfig;
import dev.interestlens.model.din.DinConfig;
import dev.interestlens.model.pool.PoolConfig;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WholeHistoryTest {
    static Stream<ModelConfig> models() {
        return Stream.of(
                PoolConfig.preset(Preset.QUICK),
                DinConfig.preset(Preset.QUICK),
                DienConfig.preset(Preset.QUICK),
                BstConfig.preset(Preset.QUICK),
                PoolConfig.preset(Preset.PAPER),
                DinConfig.preset(Preset.PAPER),
                DienConfig.preset(Preset.PAPER),
                BstConfig.preset(Preset.PAPER));
    }

    @ParameterizedTest
    @MethodSource("models")
    void theScoreWithoutAnyHistoryIsThatOfAUserWhoHasNone(ModelConfig config) {
        Impression impression = Fixtures.impression(6);
        try (TrainedModel model = Fixtures.model(config)) {
            double empty =
                    new Explainer(model, Optional.empty()).effects(impression).emptyLogit();
            assertThat(empty).isCloseTo(model.logits(impression.batch().mostRecent(0))[0], within(1e-4));
            assertThat(empty)
                    .isCloseTo(model.logits(MaskedBatch.hide(impression.batch(), new boolean[6]))[0], within(1e-4));
        }
    }
}
