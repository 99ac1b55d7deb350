package dev.interestlens.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.testing.TinyShop;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdviceTest {
    private static DataTraits traits(long median, double ties, double last, double any) {
        return new DataTraits(median, 2 * median, ties, true, 0.05, last, any);
    }

    @Test
    void shortHistoriesSpeakForTheBaseline() {
        assertThat(Advice.of(traits(2, 0, 0.2, 0.2)).family()).isIn("pool", "din");
        assertThat(Advice.of(traits(2, 0, 0.2, 0.17)).family()).isEqualTo("pool");
    }

    @Test
    void longHistoriesInAnOrderThatMattersSpeakForEvolution() {
        Advice advice = Advice.of(traits(60, 0.01, 0.4, 0.1));
        assertThat(advice.family()).isEqualTo("dien");
        assertThat(advice.reasons())
                .extracting(Advice.Reason::kind)
                .containsExactly(Advice.Kind.LONG_HISTORIES, Advice.Kind.ORDER_MATTERS);
    }

    @Test
    void tiesMakeOrderWorthless() {
        assertThat(Advice.of(traits(60, 0.9, 0.4, 0.1)).family()).isEqualTo("din");
    }

    @Test
    void traitsAreSharesAndRepeatable(@TempDir Path folder) {
        Path dataset = TinyShop.prepare(folder);
        DataTraits traits = DataTraits.of(dataset);
        assertThat(traits).isEqualTo(DataTraits.of(dataset));
        assertThat(traits.lastMatch()).isBetween(0.0, 1.0);
        assertThat(traits.repeatShare()).isBetween(0.0, 1.0);
        assertThat(traits.medianLength()).isPositive();
    }
}
