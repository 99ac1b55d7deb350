package dev.interestlens.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.explain.effect.Agreement;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.LookKind;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.sentence.Sentence;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.dien.DienConfig;
import dev.interestlens.model.din.DinConfig;
import dev.interestlens.model.pool.PoolConfig;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    @Test
    void lookOfDinIsItsAttention() {
        try (TrainedModel model = Fixtures.model(DinConfig.preset(Preset.QUICK))) {
            LookResult looked = explainer(model).look(Fixtures.impression(6));
            assertThat(looked.kind()).isEqualTo(LookKind.ATTENTION);
            assertThat(Arrays.stream(looked.look()).sum()).isCloseTo(1, within(1e-5));
            assertThat(looked.logit())
                    .isCloseTo(model.logits(Fixtures.impression(6).batch())[0], within(1e-5));
        }
    }

    @Test
    void lookOfDinWithoutNormalisationKeepsItsSign() {
        DinConfig paper = DinConfig.preset(Preset.PAPER);
        try (TrainedModel model = Fixtures.model(paper)) {
            assertThat(explainer(model).look(Fixtures.impression(6)).kind()).isEqualTo(LookKind.SIGNED);
        }
    }

    @Test
    void lookOfPoolRanksNothing() {
        try (TrainedModel model = Fixtures.model(PoolConfig.preset(Preset.QUICK))) {
            LookResult looked = explainer(model).look(Fixtures.impression(4));
            assertThat(looked.kind()).isEqualTo(LookKind.UNIFORM);
            assertThat(looked.look()).containsOnly(0.25);
        }
    }

    @Test
    void effectEqualsTheModelRunWithThatBehaviourHidden() {
        Impression impression = Fixtures.impression(6);
        try (TrainedModel model = Fixtures.model(DinConfig.preset(Preset.QUICK))) {
            Effects effects = explainer(model).effects(impression);
            float whole = model.logits(impression.batch())[0];
            for (int j = 0; j < 6; j++) {
                boolean[] hidden = new boolean[6];
                hidden[j] = true;
                float without = model.logits(impression.batch().withHidden(hidden))[0];
                assertThat(effects.effect()[j]).isCloseTo(whole - without, within(1e-4));
            }
            boolean[] all = {true, true, true, true, true, true};
            assertThat(effects.emptyLogit())
                    .isCloseTo(model.logits(impression.batch().withHidden(all))[0], within(1e-4));
        }
    }

    @Test
    void candidatesStandInRowsBeforeTheSameHistory() {
        try (TrainedModel model = Fixtures.model(DinConfig.preset(Preset.QUICK))) {
            LookResult looked = explainer(model).look(Fixtures.impression(6));
            HeatMatrix attention = looked.matrices().stream()
                    .filter(matrix -> matrix.name().equals("attention"))
                    .findFirst()
                    .orElseThrow();
            assertThat(attention.rows().size()).isEqualTo(3);
            assertThat(attention.columns().size()).isEqualTo(6);
            assertThat(Arrays.copyOf(attention.values(), 6)).isEqualTo(looked.look());
            assertThat(attention.rows().labels().get(1).zh()).isEqualTo("物品21（同类）");
        }
    }

    @Test
    void anEmptyHistoryIsExplainedToo() {
        for (var config : new dev.interestlens.model.config.ModelConfig[] {
            DinConfig.preset(Preset.QUICK), PoolConfig.preset(Preset.QUICK)
        }) {
            try (TrainedModel model = Fixtures.model(config)) {
                Explanation explanation = explainer(model)
                        .explain(Fixtures.impression(0), () -> false)
                        .orElseThrow();
                assertThat(explanation.sentence().template()).isEqualTo(Sentence.Template.COLD);
                assertThat(explanation.agreement().badge()).isEqualTo(Agreement.Badge.CANNOT_JUDGE);
                assertThat(explanation.score()).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void agreementIsHeldAgainstTheUntrainedModel() {
        Impression impression = Fixtures.impression(8);
        DinConfig config = DinConfig.preset(Preset.QUICK);
        try (TrainedModel model = Fixtures.model(config);
                TrainedModel untrained = TrainedModel.untrained(config, Fixtures.INPUT, 3)) {
            Agreement agreement = new Explainer(model, Optional.of(untrained))
                    .explain(impression, () -> false)
                    .orElseThrow()
                    .agreement();
            assertThat(agreement.untrainedTau()).isBetween(-1.0, 1.0);
        }
    }

    @Test
    void cancellingGivesNothing() {
        try (TrainedModel model = Fixtures.model(DinConfig.preset(Preset.QUICK))) {
            assertThat(explainer(model).explain(Fixtures.impression(6), () -> true))
                    .isEmpty();
        }
    }

    private static Explainer explainer(TrainedModel model) {
        return new Explainer(model, Optional.empty());
    }

    @Test
    void onePassGivesTheTracesAndTheGradientThatTwoWouldGive() {
        try (TrainedModel model = Fixtures.model(DienConfig.preset(Preset.QUICK))) {
            var batch = Fixtures.impression(6).otherBatch();
            TrainedModel.Traced both = model.tracesWithGradient(batch);
            var traces = model.traces(batch);
            assertThat(both.traces()).hasSameSizeAs(traces);
            for (int i = 0; i < traces.size(); i++) {
                assertThat(both.traces().get(i).name()).isEqualTo(traces.get(i).name());
                assertThat(both.traces().get(i).values())
                        .isEqualTo(traces.get(i).values());
            }
            assertThat(both.interestGradient())
                    .containsExactly(
                            model.gradients().byInterest(batch).orElseThrow().gradient(), within(1e-6f));
        }
    }
}
