package dev.interestlens.explain.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.words.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedSpreadTest {
    @Test
    void meanLeastAndGreatestAreOfEachBehaviour() {
        SeedSpread spread = SeedSpread.of(List.of(version(1, 5, 4, 3), version(3, 5, 0, 9)));
        assertThat(spread.models()).isEqualTo(2);
        assertThat(spread.effect().mean()).containsExactly(2, 5, 2, 6);
        assertThat(spread.effect().low()).containsExactly(1, 5, 0, 3);
        assertThat(spread.effect().high()).containsExactly(3, 5, 4, 9);
    }

    @Test
    void steadyIsWhatIsAmongTheFirstThreeEverywhere() {
        assertThat(SeedSpread.of(List.of(version(1, -5, 4, 3), version(3, 5, 0, 9)))
                        .steady())
                .containsExactly(1, 3);
    }

    private static BeyondPanels.Version version(double... effect) {
        return new BeyondPanels.Version(Text.same("v"), Fixtures.looked(effect), new Effects(0, 0, effect, effect));
    }
}
