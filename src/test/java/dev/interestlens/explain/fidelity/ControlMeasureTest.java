package dev.interestlens.explain.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.source.Progress;
import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.fidelity.FidelityReport.Control;
import dev.interestlens.explain.fidelity.FidelityReport.ControlKind;
import dev.interestlens.explain.fidelity.FidelityReport.NoControl;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.model.Intervention;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.bst.BstConfig;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.dien.DienConfig;
import dev.interestlens.model.din.DinConfig;
import dev.interestlens.model.pool.PoolConfig;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ControlMeasureTest {
    private static final List<ModelConfig> WEIGHING =
            List.of(DinConfig.preset(Preset.QUICK), DienConfig.preset(Preset.QUICK), BstConfig.preset(Preset.QUICK));

    @Test
    void attentionThatStaysItselfChangesNothing() {
        for (ModelConfig config : WEIGHING) {
            try (TrainedModel model = Fixtures.model(config)) {
                Impression impression = Fixtures.impression(6);
                double[] same = new double[36];
                for (int i = 0; i < 6; i++) {
                    same[i * 7] = 1;
                }
                assertThat(model.intervened(impression.batch(), Intervention.NONE.mixed(same)))
                        .isCloseTo(model.logits(impression.batch())[0], within(1e-5f));
            }
        }
    }

    @Test
    void dealingOutChangesTheScoreOfEveryModelThatWeighs() {
        for (ModelConfig config : WEIGHING) {
            try (TrainedModel model = Fixtures.model(config)) {
                Impression impression = Fixtures.impression(6);
                float plain = model.logits(impression.batch())[0];
                double[] reversed = new double[36];
                for (int i = 0; i < 6; i++) {
                    reversed[i * 6 + 5 - i] = 1;
                }
                assertThat(model.intervened(impression.batch(), Intervention.NONE.mixed(reversed)))
                        .as(config.id())
                        .isNotCloseTo(plain, within(1e-5f));
            }
        }
    }

    @Test
    void uniformDinReadsTheMeanAsPoolDoes() {
        try (TrainedModel model = Fixtures.model(DinConfig.preset(Preset.QUICK))) {
            Impression impression = Fixtures.impression(5);
            double alike = model.intervened(impression.batch(), Intervention.NONE.mixed(ControlMeasure.alike(5)));
            double dealt = model.intervened(
                    impression.batch(), Intervention.NONE.mixed(ControlMeasure.dealt(5, new Random(1))));
            assertThat(alike).isNotCloseTo(dealt, within(1e-6));
            // uniform twice is uniform
            double[] twice = multiplied(ControlMeasure.dealt(5, new Random(1)), ControlMeasure.alike(5));
            double again = model.intervened(impression.batch(), Intervention.NONE.mixed(twice));
            assertThat(again).isCloseTo(alike, within(1e-5));
        }
    }

    private static double[] multiplied(double[] a, double[] b) {
        int n = (int) Math.sqrt(a.length);
        return IntStream.range(0, n * n)
                .mapToDouble(at -> IntStream.range(0, n)
                        .mapToDouble(k -> a[at / n * n + k] * b[k * n + at % n])
                        .sum())
                .toArray();
    }

    @Test
    void poolSaysWhyItHasNoControl() {
        try (TrainedModel model = Fixtures.model(PoolConfig.preset(Preset.QUICK))) {
            assertThat(controls(model, Siblings.none()))
                    .hasSize(ControlKind.values().length)
                    .allMatch(control -> control.missing() == NoControl.ALIKE_ALREADY);
        }
    }

    @Test
    void rawWeightsHaveControlsAtTestTimeAndSayWhyNoneIsTrained() {
        ModelConfig raw = ConfigJson.set(
                        ExperimentConfig.of(DinConfig.preset(Preset.QUICK)), "model.normalisation=none")
                .model();
        try (TrainedModel model = Fixtures.model(raw)) {
            List<Control> controls = controls(model, new Siblings(Optional.empty(), NoControl.RAW_WEIGHTS, List.of()));
            assertThat(controls.get(0).missing()).isNull();
            assertThat(controls.get(1).scoreChange()).isPositive();
            assertThat(controls.get(2).missing()).isEqualTo(NoControl.RAW_WEIGHTS);
        }
    }

    @Test
    void aModelAgreesWithItselfAndLessWithAnotherSeed() {
        DinConfig config = DinConfig.preset(Preset.QUICK);
        try (TrainedModel model = Fixtures.model(config);
                TrainedModel same = Fixtures.model(config);
                TrainedModel other = TrainedModel.untrained(config, Fixtures.INPUT, 99)) {
            ControlMeasure measure = new ControlMeasure(model, Optional.of(model), seen(), Progress.none());
            assertThat(measure.seeds(List.of(same)).orElseThrow().look().mean()).isEqualTo(1);
            assertThat(measure.seeds(List.of(same, other))
                            .orElseThrow()
                            .effect()
                            .mean())
                    .isBetween(0.0, 0.999);
            assertThat(measure.seeds(List.of())).isEmpty();
        }
    }

    @Test
    void sharedIsTheMeanOverPairs() {
        assertThat(ControlMeasure.shared(List.of(Set.of(1, 2, 3), Set.of(1, 2, 3), Set.of(3, 4, 5))))
                .isCloseTo((1 + 1 / 3.0 + 1 / 3.0) / 3, within(1e-12));
    }

    private static List<Control> controls(TrainedModel model, Siblings siblings) {
        return new ControlMeasure(model, Optional.of(model), seen(), Progress.none()).controls(siblings);
    }

    private static List<Impression> seen() {
        return List.of(Fixtures.impression(6), Fixtures.impression(9));
    }
}
