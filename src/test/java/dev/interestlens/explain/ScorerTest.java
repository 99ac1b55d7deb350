package dev.interestlens.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.RawBatch;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.fidelity.TableMeasure;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.LookKind;
import dev.interestlens.model.Intervention;
import dev.interestlens.model.Removal;
import dev.interestlens.model.Scorer;
import dev.interestlens.model.Trace;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.din.DinConfig;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A model that can only score, show its attention and remove is explained as any other. */
class ScorerTest {
    /** Another model with all that is optional left out. */
    private record Plain(TrainedModel inside) implements Scorer {
        @Override
        public ModelInput input() {
            return inside.input();
        }

        @Override
        public long parameterCount() {
            return inside.parameterCount();
        }

        @Override
        public float[] logits(RawBatch batch) {
            return inside.logits(batch);
        }

        @Override
        public List<Trace> traces(RawBatch batch) {
            return inside.traces(batch);
        }

        @Override
        public Removal removal(RawBatch single) {
            return inside.removal(single);
        }

        @Override
        public float intervened(RawBatch single, Intervention intervention) {
            return inside.intervened(single, intervention);
        }

        @Override
        public Optional<Problem> lacks(Capability capability) {
            return Optional.of(Problem.usage(Scorer.class, "scoresNotFinite").problem());
        }

        @Override
        public void close() {
            inside.close();
        }
    }

    @Test
    void whatOnlyScoresIsExplainedAsAnyOther() {
        try (Scorer plain = new Plain(Fixtures.model(DinConfig.preset(Preset.QUICK)))) {
            Explainer explainer = new Explainer(plain, Optional.empty());
            Impression impression = Fixtures.impression(6);
            Explanation explanation = explainer.explain(impression, () -> false).orElseThrow();

            assertThat(explanation.looked().kind()).isEqualTo(LookKind.ATTENTION);
            assertThat(explanation.effects().effect())
                    .containsExactly(
                            Effects.of(plain.removal(impression.batch())).effect());
            assertThat(explainer.firstOrder(impression)).isEmpty();
            assertThat(explainer.integratedGradients(impression)).isEmpty();
        }
    }

    @Test
    void whatItCannotDoSaysWhy() {
        try (Scorer plain = new Plain(Fixtures.model(DinConfig.preset(Preset.QUICK)))) {
            assertThatThrownBy(plain::trained)
                    .isInstanceOf(ProblemException.class)
                    .extracting(e -> ((ProblemException) e).problem().key())
                    .isEqualTo("scoresNotFinite");
        }
    }

    @Test
    void columnsOfATableAreExactWhereThereAreNoGradients() {
        try (Scorer plain = new Plain(Fixtures.model(DinConfig.preset(Preset.QUICK)))) {
            Impression impression = Fixtures.impression(4);
            TableMeasure.Row row =
                    new TableMeasure(plain).rows(impression.batch()).get(0);

            assertThat(row.effect())
                    .containsExactly(
                            Effects.of(plain.removal(impression.batch())).effect(), within(1e-12));
        }
    }

    @Test
    void attentionMattersByWhatEvenWeightsWouldDo() {
        try (Scorer din = Fixtures.model(DinConfig.preset(Preset.QUICK))) {
            Impression impression = Fixtures.impression(6);
            Effects effects = new Explainer(din, Optional.empty()).effects(impression);
            double even = din.intervened(impression.batch(), Intervention.even(6));

            assertThat(effects.evenLogit()).isEqualTo(even);
            assertThat(effects.attentionMatters()).isCloseTo(Math.abs(effects.logit() - even), within(1e-12));
            assertThat(effects.attentionMatters()).isPositive();
        }
    }
}
