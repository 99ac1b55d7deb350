package dev.interestlens.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.IntegratedGradients;
import dev.interestlens.explain.fidelity.TableMeasure;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.view.CategoryMap;
import dev.interestlens.explain.words.Text;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.bst.BstConfig;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.NeighbourConfig;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.dien.DienConfig;
import dev.interestlens.model.din.DinConfig;
import dev.interestlens.model.neighbours.NeighboursConfig;
import dev.interestlens.model.pool.PoolConfig;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpinionsTest {
    static Stream<ModelConfig> models() {
        return Stream.of(
                PoolConfig.preset(Preset.QUICK),
                DinConfig.preset(Preset.QUICK),
                DienConfig.preset(Preset.QUICK),
                BstConfig.preset(Preset.QUICK));
    }

    @ParameterizedTest
    @MethodSource("models")
    void gradientsAlongTheWaySumToWhatTheHistoryAdds(ModelConfig config) {
        try (TrainedModel model = Fixtures.model(config)) {
            IntegratedGradients.Result result = new Explainer(model, Optional.empty())
                    .integratedGradients(Fixtures.impression(6))
                    .orElseThrow();
            double sum = Arrays.stream(result.values()).sum();
            assertThat(sum + result.gap()).isCloseTo(result.whole(), within(1e-4));
            assertThat(Math.abs(result.gap())).isLessThan(0.15 * Math.max(0.3, Math.abs(result.whole())));
            assertThat(result.whole()).isNotZero();
        }
    }

    @Test
    void whatFollowedWhatIsInGradientsAsItIsInEffects() {
        try (TrainedModel model = Fixtures.model(new NeighboursConfig(NeighbourConfig.AUTO))) {
            Explainer explainer = new Explainer(model, Optional.empty());
            IntegratedGradients.Result result =
                    explainer.integratedGradients(Fixtures.impression(6)).orElseThrow();
            Effects exact = explainer.effects(Fixtures.impression(6));
            assertThat(result.values()).containsExactly(exact.effect(), within(1e-6));
            assertThat(result.whole())
                    .isCloseTo(exact.historyEffect(), within(1e-5))
                    .isNotZero();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void columnsOverATableMeanWhatTheyMeanForOneSample(ModelConfig config) {
        try (TrainedModel model = Fixtures.model(config)) {
            Impression impression = Fixtures.impression(6);
            TableMeasure.Row row =
                    new TableMeasure(model).rows(impression.batch()).get(0);
            Explainer explainer = new Explainer(model, Optional.empty());
            Effects effects = explainer.effects(impression);
            assertThat(row.historyEffect()).isCloseTo(effects.historyEffect(), within(1e-3));
            assertThat(row.effect())
                    .containsExactly(explainer.firstOrder(impression).orElseThrow(), within(1e-5));
            LookResult looked = explainer.look(impression);
            if (looked.kind().ranks()) {
                assertThat(row.look()).containsExactly(looked.look(), within(1e-5));
            }
        }
    }

    @Test
    void aShortHistoryBesideALongOneLooksAsAlone() {
        try (TrainedModel model = Fixtures.model(BstConfig.preset(Preset.QUICK))) {
            TableMeasure measure = new TableMeasure(model);
            double[] alone = measure.rows(Fixtures.impression(3).batch()).get(0).look();
            double[] together = measure.rows(Fixtures.ragged(3, 8)).get(0).look();
            assertThat(together).containsExactly(alone, within(1e-5));
        }
    }

    @Test
    void aMapHoldsMeansByCategory() {
        CategoryMap map = new CategoryMap();
        Text a = Text.same("a");
        Text b = Text.same("b");
        map.add(a, List.of(a, b), new double[] {0.75, 0.25}, new double[] {1, -1});
        map.add(a, List.of(a), new double[] {1}, new double[] {3});
        CategoryMap.Means means = map.means(5, Comparator.comparing(Text::en));
        assertThat(means.categories()).containsExactly(a, b);
        assertThat(means.look()).containsExactly(1.25, 0.5, Double.NaN, Double.NaN);
        assertThat(means.effect()).containsExactly(2, -1, Double.NaN, Double.NaN);
    }
}
