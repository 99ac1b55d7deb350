package dev.interestlens.explain.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.picture.HeadGrid;
import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.bst.BstConfig;
import dev.interestlens.model.config.Preset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EncoderPanelsTest {
    private static final int N = 6;

    @Test
    void everyHeadStandsInItsPlace() {
        HeadGrid grid = (HeadGrid) panel("heads").pictures().get(0);
        assertThat(grid.cells()).hasSize(grid.layers() * grid.heads());
        assertThat(grid.cell(0, grid.heads() - 1).name()).isEqualTo("attention.0.head." + (grid.heads() - 1));
        assertThat(grid.cell(0, 0).rows().size()).isEqualTo(N + 1);
    }

    @Test
    void theCandidatesRowOfAHeadIsTheLastOfItsSquare() {
        HeadGrid grid = (HeadGrid) panel("heads").pictures().get(0);
        HeatMatrix rows = (HeatMatrix) panel("candidateRow").pictures().get(0);
        assertThat(rows.rows().size()).isEqualTo(1 + grid.cells().size());
        for (int key = 0; key <= N; key++) {
            assertThat(rows.value(1, key)).isCloseTo(grid.cell(0, 0).value(N, key), within(1e-9));
        }
    }

    @Test
    void whatAPositionGivesToItselfIsOutsideTheScale() {
        HeatMatrix head = ((HeadGrid) panel("heads").pictures().get(0)).cell(0, 0);
        HeatMatrix rows = (HeatMatrix) panel("candidateRow").pictures().get(0);
        for (int q = 0; q <= N; q++) {
            for (int k = 0; k <= N; k++) {
                assertThat(head.self(q, k)).isEqualTo(q == k);
            }
        }
        assertThat(rows.self(0, N)).isTrue();
        assertThat(rows.self(0, N - 1)).isFalse();
        HeatMatrix rollout = (HeatMatrix) panel("rollout").pictures().get(0);
        assertThat(Arrays.stream(rollout.onScale())
                        .filter(Double::isFinite)
                        .max()
                        .orElseThrow())
                .isLessThan(rollout.value(N, N));
        assertThat(rollout.onScale()[0]).isNaN();
        assertThat(rollout.onScale()[1]).isEqualTo(rollout.value(0, 1));
    }

    @Test
    void weightsByValueAreNotNegative() {
        HeatMatrix norm = (HeatMatrix) panel("candidateRow").pictures().get(1);
        assertThat(Arrays.stream(norm.values()).boxed())
                .allMatch(value -> value >= 0)
                .anyMatch(value -> value > 0);
    }

    @Test
    void aModelWithoutTheCandidateInsideHasNoRowOfIt() {
        assertThat(panels(BstConfig.preset(Preset.REFERENCE)))
                .extracting(Panel::name)
                .doesNotContain("candidateRow");
    }

    private static Panel panel(String name) {
        return panels(BstConfig.preset(Preset.QUICK)).stream()
                .filter(panel -> panel.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Panel> panels(BstConfig config) {
        try (TrainedModel model = Fixtures.model(config)) {
            return new Explainer(model, Optional.empty())
                    .see(Fixtures.impression(N))
                    .panels();
        }
    }
}
