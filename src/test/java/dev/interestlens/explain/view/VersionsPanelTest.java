package dev.interestlens.explain.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.words.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionsPanelTest {
    private static final Effects HERE = new Effects(0, 0, new double[] {0, 0, 0, 2, 1}, new double[5]);

    @Test
    void whatMattersHereIsCountedAmongTheOthersAlone() {
        assertThat(VersionsPanel.agreeing(List.of(version(5, 4, 3, 2, 1), version(0, 0, 1, 2, 3)), HERE))
                .isEqualTo(1);
        assertThat(VersionsPanel.agreeing(List.of(), HERE)).isZero();
    }

    private static BeyondPanels.Version version(double... effect) {
        return new BeyondPanels.Version(
                Text.same("v"), Fixtures.looked(effect), new Effects(0, 0, effect, new double[effect.length]));
    }
}
