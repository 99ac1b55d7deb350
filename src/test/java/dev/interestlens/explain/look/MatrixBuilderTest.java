package dev.interestlens.explain.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.model.Trace;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.bst.BstConfig;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.dien.DienConfig;
import dev.interestlens.nn.AxisKind;
import dev.interestlens.nn.TraceNames;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatrixBuilderTest {
    @Test
    void layersAndHeadsBecomeOnePictureEach() {
        Trace heads = new Trace(
                TraceNames.attention(0),
                List.of(AxisKind.SAMPLE, AxisKind.HEAD, AxisKind.QUERY, AxisKind.KEY),
                new long[] {1, 2, 3, 3},
                new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0, 0, 1, 0});
        List<HeatMatrix> matrices = new MatrixBuilder(onlyTheCandidate()).matrices(List.of(heads));
        assertThat(matrices)
                .extracting(HeatMatrix::name)
                .containsExactly("look", "rollout", "attention.0.head.0", "attention.0.head.1");
        assertThat(matrices.get(3).title().en()).isEqualTo("Attention, layer 1, head 2");
        assertThat(matrices.get(3).columns().labels().get(2).en()).isEqualTo("Item 20");
        assertThat(matrices.get(3).value(0, 1)).isEqualTo(1);
    }

    @Test
    void bstLooksFromTheCandidateAndShowsItsRolloutFirst() {
        LookResult looked = look(Fixtures.model(BstConfig.preset(Preset.QUICK)));
        assertThat(looked.kind()).isEqualTo(LookKind.ROLLOUT);
        assertThat(looked.matrices()).extracting(HeatMatrix::name).startsWith("look", "rollout");
        HeatMatrix rollout = looked.matrices().get(1);
        assertThat(rollout.rows().size()).isEqualTo(7);
        for (int j = 0; j < 6; j++) {
            assertThat(rollout.value(6, j)).isCloseTo(looked.look()[j], within(1e-6));
        }
    }

    @Test
    void bstWithTheCandidateOutsideLooksWithoutIt() {
        assertThat(look(Fixtures.model(BstConfig.preset(Preset.REFERENCE))).kind())
                .isEqualTo(LookKind.RECEIVED);
    }

    @Test
    void gatesAreUnitsBeforeTheHistory() {
        LookResult looked = look(Fixtures.model(DienConfig.preset(Preset.QUICK)));
        assertThat(looked.kind()).isEqualTo(LookKind.ATTENTION);
        assertThat(looked.matrices().get(0).name()).isEqualTo("attention");
        HeatMatrix gate = looked.matrices().stream()
                .filter(matrix -> matrix.name().equals("evolution.update"))
                .findFirst()
                .orElseThrow();
        assertThat(gate.rows().kind()).isEqualTo(AxisKind.UNIT);
        assertThat(gate.columns().size()).isEqualTo(6);
        assertThat(gate.title().zh()).contains("更新门");
    }

    private static Impression onlyTheCandidate() {
        Impression two = Fixtures.impression(2);
        return new Impression(0, "u", 1, two.candidate(), two.history(), two.batch(), List.of(), two.batch());
    }

    private static LookResult look(TrainedModel model) {
        try (model) {
            return new Explainer(model, Optional.empty()).look(Fixtures.impression(6));
        }
    }
}
