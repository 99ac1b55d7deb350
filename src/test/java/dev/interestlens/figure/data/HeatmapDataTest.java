package dev.interestlens.figure.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Scale;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatmapDataTest {
    private static final HeatmapData SQUARE = new HeatmapData(
            Phrase.EMPTY,
            Phrase.EMPTY,
            Phrase.all(List.of("a", "b")),
            Phrase.all(List.of("a", "b")),
            new double[] {0.5, 0.1, 0.2, 0.6},
            Scale.SEQUENTIAL,
            new boolean[] {true, false, false, true},
            Double.NaN);

    @Test
    void whatIsOutsideTheScaleDoesNotWidenIt() {
        assertThat(SQUARE.range()).isEqualTo(new HeatmapData.Range(0, 0.2));
        assertThat(new GridData(List.of(Phrase.same("r")), List.of(Phrase.same("c")), List.of(SQUARE)).range())
                .isEqualTo(SQUARE.range());
    }

    @Test
    void partsKeepWhatIsOutsideTheScale() {
        HeatmapData second = SQUARE.columns(1, 1);
        assertThat(second.isOutside(0, 0)).isFalse();
        assertThat(second.isOutside(1, 0)).isTrue();
        assertThat(second.at(1, 0)).isEqualTo(0.6);
        assertThat(SQUARE.firstRows(1).isOutside(0, 0)).isTrue();
    }
}
