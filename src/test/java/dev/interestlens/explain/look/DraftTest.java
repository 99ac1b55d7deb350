package dev.interestlens.explain.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.ForwardResult;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.MaskedBatch;
import dev.interestlens.explain.effect.SmallestChange;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.bst.BstConfig;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.dien.DienConfig;
import dev.interestlens.model.din.DinConfig;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DraftTest {
    private static final Impression BEFORE = Fixtures.impression(6);

    static Stream<ModelConfig> models() {
        return Stream.of(
                DinConfig.preset(Preset.QUICK), DienConfig.preset(Preset.QUICK), BstConfig.preset(Preset.QUICK));
    }

    @Test
    void whatIsOffGoesWithItsBehaviour() {
        Draft draft = Draft.of(BEFORE).toggle(1).move(1, 4).insert(0, 33);
        assertThat(draft.off()).containsExactly(5);
        assertThat(draft.carried(new double[] {0, 1, 2, 3, 4, 5})).containsExactly(Double.NaN, 0, 2, 3, 4, 1, 5);
        assertThat(draft.kinds(BEFORE)).containsExactly(Draft.Kind.OFF, Draft.Kind.MOVED, Draft.Kind.INSERTED);
        assertThat(draft.swap(9).kinds(BEFORE)).contains(Draft.Kind.SWAPPED);
        assertThat(draft.keepsOrder(BEFORE)).isFalse();
        assertThat(Draft.of(BEFORE).toggle(1).keepsOrder(BEFORE)).isTrue();
    }

    @Test
    void theOldestMakesRoom() {
        Draft draft = Draft.of(BEFORE).toggle(5).insert(6, 33).newest(6);
        assertThat(draft.places()).extracting(Draft.Place::origin).containsExactly(1, 2, 3, 4, 5, Draft.NEW);
        assertThat(draft.off()).containsExactly(4);
        assertThat(draft.made().history().get(5).item()).isEqualTo(33);
    }

    @ParameterizedTest
    @MethodSource("models")
    void switchedOffBehavioursAreSeenAsRemovalMeasuresThem(ModelConfig config) {
        try (TrainedModel model = Fixtures.model(config)) {
            Explainer explainer = new Explainer(model, Optional.empty());
            Draft draft = Draft.of(BEFORE).withOff(List.of(1, 4));
            ForwardResult seen = explainer.see(MaskedBatch.hide(BEFORE, draft.readable()));
            Effects effects = explainer.effects(BEFORE, draft.readable());
            assertThat(seen.looked().logit()).isCloseTo(effects.logit(), within(1e-4));
            assertThat(seen.looked().look()[1]).isCloseTo(0, within(1e-7));
            assertThat(seen.looked().look()[4]).isCloseTo(0, within(1e-7));
            Effects whole = explainer.effects(BEFORE);
            Effects allOn = explainer.effects(BEFORE, Draft.of(BEFORE).readable());
            assertThat(allOn.effect()).containsExactly(whole.effect(), within(1e-9));
            Effects withoutOne =
                    explainer.effects(BEFORE, Draft.of(BEFORE).toggle(2).readable());
            assertThat(withoutOne.effect()[2]).isCloseTo(whole.effect()[2], within(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void theSmallestChangeCrossesByAPassOfItsOwn(ModelConfig config) {
        try (TrainedModel model = Fixtures.model(config)) {
            Explainer explainer = new Explainer(model, Optional.empty());
            boolean[] all = Draft.of(BEFORE).readable();
            Effects effects = explainer.effects(BEFORE);
            double most = java.util.Arrays.stream(effects.effect())
                    .map(Math::abs)
                    .max()
                    .orElseThrow();
            boolean down = java.util.Arrays.stream(effects.effect()).anyMatch(e -> e == most);
            double threshold = Scores.sigmoid(effects.logit() + (down ? -0.9 : 0.9) * most);
            SmallestChange found = SmallestChange.find(model, BEFORE, all, threshold, () -> false)
                    .orElseThrow();
            assertThat(found.removed()).hasSize(1);
            assertThat(found.found().proven()).isTrue();
            assertThat(found.to() < threshold).isEqualTo(down);
        }
    }

    @Test
    void whereNoRemovalCrossesNothingIsFound() {
        try (TrainedModel model = Fixtures.model(DinConfig.preset(Preset.QUICK))) {
            boolean[] all = Draft.of(BEFORE).readable();
            SmallestChange none =
                    SmallestChange.find(model, BEFORE, all, 1e-9, () -> false).orElseThrow();
            assertThat(none.removed()).isEmpty();
            assertThat(none.to()).isEqualTo(none.from());
        }
    }
}
