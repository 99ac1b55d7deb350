package dev.interestlens.ui.control.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StackDataTest {
    @Test
    void aBarIsAsHighAsItsPartsTogether() {
        StackData data = new StackData(
                List.of("a", "b"), List.of("one", "two"), List.of(new double[] {1, 2}, new double[] {4, 0.5}), "ms", 3);
        assertThat(data.sum(0)).isEqualTo(3);
        assertThat(data.highest()).isEqualTo(4.5);
    }

    @Test
    void everyBarHasEveryPart() {
        assertThatThrownBy(() ->
                        new StackData(List.of("a"), List.of("one", "two"), List.of(new double[] {1}), "ms", Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
